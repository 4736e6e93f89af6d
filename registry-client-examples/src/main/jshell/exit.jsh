/exit exitCode != 0 || scriptsRun >= Integer.getInteger("registry.scripts", 0) ? exitCode : 1
