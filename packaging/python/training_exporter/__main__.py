from training_exporter import main

main()
