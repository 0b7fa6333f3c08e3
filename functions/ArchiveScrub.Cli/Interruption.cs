using System.Runtime.InteropServices;

namespace ArchiveScrub.Cli;

/// <summary>
/// Ctrl-C and SIGTERM. The first asks the command to finish what is under way; the second ends the process at once,
/// which leaves nothing half written either: results are renamed into place when they are whole.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Signalled by the first.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Listens to the signals of this process.</summary>
    public static Interruption OfProcess()
    {
        var interruption = new Interruption();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            interruption._signals.Add(PosixSignalRegistration.Create(signal, interruption.OnSignal));
        }

        return interruption;
    }

    /// <summary>Does what the first signal does.</summary>
    public void Interrupt() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write("\u001B[?25h"); // A progress bar hides the cursor.
            }

            Environment.Exit(ExitCode.Interrupted);
        }

        context.Cancel = true;
        _stop.Cancel();
    }
}
