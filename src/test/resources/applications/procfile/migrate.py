print('nothing to do')
