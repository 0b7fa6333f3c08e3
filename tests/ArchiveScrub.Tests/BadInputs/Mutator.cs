using ArchiveScrub.Tests.Generated;

namespace ArchiveScrub.Tests.BadInputs;

/// <summary>Damages captures as disks, transfers and attackers do; the same dice give the same damage.</summary>
internal sealed class Mutator(Dice dice, IReadOnlyList<byte[]> others)
{
    private static readonly byte[][] Marks =
    [
        "WARC/1.0\r\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "Content-Length: 99999999999999999999\r\n"u8.ToArray(), "Content-Length: -1\r\n"u8.ToArray(),
        "Transfer-Encoding: chunked\r\n"u8.ToArray(), "Content-Encoding: gzip\r\n"u8.ToArray(), "\r\n--b\r\n"u8.ToArray(), "\r\n--b--\r\n"u8.ToArray(),
        "Content-Type: multipart/related; boundary=b\r\n\r\n"u8.ToArray(), "Content-Transfer-Encoding: base64\r\n"u8.ToArray(),
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], [.. "PK"u8, 3, 4], [.. "PK"u8, 1, 2], [.. "PK"u8, 5, 6], [.. "PK"u8, 7, 8], [.. "PK"u8, 6, 6],
        [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0, 0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "=\r\n"u8.ToArray(), "ffffffffffff\r\n"u8.ToArray(), "0\r\n"u8.ToArray(),
    ];

    public byte[] Damage(byte[] capture)
    {
        for (var times = 1 + dice.Next(4); times > 0; times--)
        {
            capture = Once(capture);
        }

        return capture;
    }

    private byte[] Once(byte[] bytes)
    {
        var at = dice.Next(bytes.Length + 1);
        var length = Math.Min(dice.OneIn(2) ? dice.Next(16) : dice.Next(bytes.Length + 1), bytes.Length - at);
        switch (dice.Next(8))
        {
            case 0:
                return Changed(bytes, at, static (b, dice) => (byte)(b ^ (1 << dice.Next(8))));
            case 1:
                return Changed(bytes, at, static (_, dice) => (byte)dice.Next(256));
            case 2:
                return bytes[..at];
            case 3: // Taken out.
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 4: // Twice.
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 5: // Marks of formats where nobody expects them.
                return [.. bytes[..at], .. dice.Pick(Marks), .. bytes[(dice.OneIn(2) ? at : at + length)..]];
            case 6: // Another digit somewhere behind.
                return Changed(bytes, NextDigit(bytes, at), static (_, dice) => (byte)('0' + dice.Next(10)));
            default: // The end of another capture.
                var other = dice.Pick(others);
                return [.. bytes[..at], .. other[dice.Next(other.Length + 1)..]];
        }
    }

    private byte[] Changed(byte[] bytes, int at, Func<byte, Dice, byte> change)
    {
        if (at >= bytes.Length)
        {
            return bytes;
        }

        var changed = (byte[])bytes.Clone();
        changed[at] = change(changed[at], dice);
        return changed;
    }

    private static int NextDigit(byte[] bytes, int at)
    {
        var step = bytes.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        return step < 0 ? at : at + step;
    }
}
