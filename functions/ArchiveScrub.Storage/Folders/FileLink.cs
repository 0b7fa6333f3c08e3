using System.Runtime.InteropServices;

namespace ArchiveScrub.Storage;

/// <summary>Moves a file to a name only if that is free, in one step; on Unix <see cref="File.Move(string, string)"/> looks first and moves then.</summary>
internal static partial class FileLink
{
    private const int FileExists = 17; // EEXIST, the same number on Linux, macOS and the BSDs.

    /// <summary>Moves <paramref name="source"/>; false, and nothing is moved, where <paramref name="destination"/> is taken.</summary>
    public static bool TryMove(string source, string destination)
    {
        if (!OperatingSystem.IsWindows())
        {
            if (Link(source, destination) == 0)
            {
                File.Delete(source);
                return true;
            }

            if (Marshal.GetLastPInvokeError() == FileExists)
            {
                return false;
            }

            // A file system without hard links: the framework's way is the best there is.
        }

        try
        {
            File.Move(source, destination, overwrite: false);
            return true;
        }
        catch (IOException) when (Path.Exists(destination))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string source, string destination);
}
