"""What has been proven, as tables of Markdown."""
def markdown(files): return ""
