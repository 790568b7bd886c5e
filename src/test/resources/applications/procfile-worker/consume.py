print('consuming')
