using System.Text;

namespace ArchiveScrub.Tests.Generated;

/// <summary>
/// Makes pages from a seed: prose and chrome of several languages in markup or lines of every shape, clean or broken.
/// The same seed gives the same page on every machine and for ever: it has a random number generator of its own.
/// </summary>
internal sealed class PageGenerator
{
    private readonly Dice _dice;

    private PageGenerator(int seed) => _dice = new Dice(seed);

    /// <summary>An even seed gives an HTML page, an odd one a text capture.</summary>
    public static Page Page(int seed)
    {
        var generator = new PageGenerator(seed);
        var isHtml = seed % 2 == 0;
        var text = isHtml ? new HtmlWriter(generator._dice).Write() : new LinesWriter(generator._dice).Write();
        return Pages.Of(generator.Encode(text, isHtml), isHtml ? PageFormat.Html : PageFormat.Text, $"generated-{seed}");
    }

    private byte[] Encode(string text, bool isHtml)
    {
        switch (_dice.Next(8))
        {
            case 0:
                return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
            case 1:
                return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
            case 2 when isHtml:
                return [.. "<meta charset=windows-1251>"u8, .. Encoding.Latin1.GetBytes(text)];
            case 3:
                return Corrupt(Encoding.UTF8.GetBytes(text));
            default:
                return Encoding.UTF8.GetBytes(text);
        }
    }

    /// <summary>Bytes that no encoding puts there.</summary>
    private byte[] Corrupt(byte[] bytes)
    {
        for (var count = _dice.Next(6); count > 0 && bytes.Length > 0; count--)
        {
            bytes[_dice.Next(bytes.Length)] = (byte)_dice.Pick([0x00, 0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF, 0x1B]);
        }

        return _dice.OneIn(3) ? bytes[..^(_dice.Next(3) % Math.Max(1, bytes.Length))] : bytes;
    }
}
