"""What earlier runs have made, kept outside of projects: taken again where no input has changed."""
