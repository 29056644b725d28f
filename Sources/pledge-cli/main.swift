print("pledge")
