import click


@click.command()
def work():
    click.echo("at work")


if __name__ == "__main__":
    work()
