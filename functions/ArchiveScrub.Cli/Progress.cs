using System.Globalization;
using Spectre.Console;

namespace ArchiveScrub.Cli;

/// <summary>Shows how far a command is: a bar with rate and time left on a terminal, a line now and then elsewhere.</summary>
internal sealed class Progress(Terminal terminal, string doing)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly long _started = terminal.Clock.GetTimestamp();
    private TimeSpan _lastLine;
    private long _done;

    /// <summary>Runs something that says, one at a time, when a thing is done.</summary>
    /// <param name="count">Counts what there is to do.</param>
    /// <param name="run">The work; it is given what to call for each thing that is done.</param>
    public async Task ShowAsync(Func<Task<int>> count, Func<Action, Task> run)
    {
        if (!terminal.IsInteractive)
        {
            await run(ShowLine);
            return;
        }

        await terminal.Messages.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(doing);
                bar.IsIndeterminate = true;
                bar.MaxValue = Math.Max(1, await count());
                bar.IsIndeterminate = false;
                await run(() => bar.Increment(1));
            });
    }

    private void ShowLine()
    {
        _done++;
        if (terminal.Clock.GetElapsedTime(_started) is var elapsed && elapsed - _lastLine >= Interval)
        {
            _lastLine = elapsed;
            terminal.Tell(string.Create(CultureInfo.InvariantCulture, $"{doing}: {_done:N0} done, {_done / elapsed.TotalSeconds:0.0} a second"));
        }
    }
}
