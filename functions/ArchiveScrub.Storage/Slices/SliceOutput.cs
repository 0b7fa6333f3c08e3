using System.Runtime.InteropServices;

namespace ArchiveScrub.Storage;

/// <summary>A result that was joined from parts.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SliceOutput(long Bytes, string Sha256);
