using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace ArchiveScrub.Captures.Detection;

/// <summary>How far the bytes outside ASCII are UTF-8.</summary>
/// <param name="WellFormed">Sequences of two to four bytes that are well formed.</param>
/// <param name="Malformed">Sequences that are not; one that the end of the payload cuts off is not counted, if there are others.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Utf8Evidence(int WellFormed, int Malformed)
{
    /// <summary>Whether there is nothing outside ASCII.</summary>
    public bool IsAscii => WellFormed == 0 && Malformed == 0;

    /// <summary>
    /// Whether the page is UTF-8, damaged at most. A sequence that is well formed by chance is rare in any other charset, so
    /// damage, and passages that somebody pasted in from elsewhere, may be a good deal.
    /// </summary>
    public bool IsUtf8 => WellFormed > Malformed;

    /// <summary>Whether it is UTF-8 whatever was declared: another charset would decode the damage, but garble the rest.</summary>
    public bool IsClearlyUtf8 => WellFormed > Malformed * 10;

    /// <summary>The share of sequences that are well formed.</summary>
    public double Share => IsAscii ? 1 : WellFormed / (double)(WellFormed + Malformed);

    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        var wellFormed = 0;
        var malformed = 0;
        for (var at = NextHigh(bytes); at >= 0; at = NextHigh(bytes))
        {
            bytes = bytes[at..];
            switch (Rune.DecodeFromUtf8(bytes, out _, out var length))
            {
                case OperationStatus.Done:
                    wellFormed++;
                    break;
                case OperationStatus.InvalidData:
                    malformed++;
                    break;
                default: // cut off by the end of the payload, or the only letter of its kind and another charset's
                    malformed += wellFormed == 0 ? 1 : 0;
                    break;
            }

            bytes = bytes[length..];
        }

        return new Utf8Evidence(wellFormed, malformed);
    }

    private static int NextHigh(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
}
