using ArchiveScrub.Cli;

using var interruption = Interruption.OfProcess();
return await new CommandApp(Terminal.OfProcess(), interruption).RunAsync(args);
