// Only has the name of Matomo's file. It measures nothing and contacts nobody.
