using System.Text;
using ArchiveScrub.Benchmarks.Measuring;

namespace ArchiveScrub.Benchmarks.Contestants;

/// <summary>Reads the file and decodes it as UTF-8: the least that can be done.</summary>
internal sealed class ReadContestant : Contestant
{
    private string _file = "";

    /// <inheritdoc/>
    public override void Load(string file) => _file = file; // reading is what is measured

    /// <inheritdoc/>
    public override long Run() => Encoding.UTF8.GetString(File.ReadAllBytes(_file)).Length;
}
