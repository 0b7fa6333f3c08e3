using System.Globalization;
using System.Text;
using ArchiveScrub.Storage;

namespace ArchiveScrub.Cli;

/// <summary>The files of a report: FILE, and the folder beside it for the reports of single pages.</summary>
internal sealed class ReportFiles(string file)
{
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, FolderOf(file));

    /// <summary>Writes the report.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public void Write(string html) => Write(file, html);

    /// <summary>Writes the report of one page of many, and gives the reference to it. Names of captures are not used as names of files.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public string WritePage(int number, string html)
    {
        var name = number.ToString("00000", CultureInfo.InvariantCulture) + ".html";
        Write(Path.Combine(_folder, name), html);
        return $"{Uri.EscapeDataString(FolderOf(file))}/{name}";
    }

    private static string FolderOf(string file) => Path.GetFileNameWithoutExtension(file) + ".pages";

    private static void Write(string path, string html)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"cannot write to {path}: {e.Message}", e);
        }
    }
}
