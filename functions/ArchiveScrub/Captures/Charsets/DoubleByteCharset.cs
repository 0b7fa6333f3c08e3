namespace ArchiveScrub.Captures.Charsets;

/// <summary>
/// Big5 and EUC-KR (Encoding standard, sections 11.1 and 13.1): ASCII and pairs. The framework does not know the Hong Kong
/// supplement of Big5, so those characters are malformed here.
/// </summary>
internal sealed class DoubleByteCharset(int codePage, byte firstTrail) : MultiByteCharset
{
    private readonly Lazy<DoubleByteTable> _table = new(() => DoubleByteTable.FromCodePage(codePage, keepPrivateUse: false));

    /// <inheritdoc/>
    public override int Read(ReadOnlySpan<byte> bytes, ref int state, out int scalar)
    {
        var lead = bytes[0];
        if (lead < 0x80)
        {
            return Single(lead, out scalar);
        }

        if (lead is 0x80 or 0xFF || bytes.Length < 2)
        {
            return Single(Malformed, out scalar);
        }

        scalar = bytes[1] >= firstTrail ? _table.Value[lead, bytes[1]] : 0;
        return scalar != 0 ? 2 : MalformedPair(bytes[1], out scalar);
    }
}
