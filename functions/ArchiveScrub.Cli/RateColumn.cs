using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArchiveScrub.Cli;

/// <summary>Captures a second.</summary>
internal sealed class RateColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Markup(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:0.0}/s") : "-/s");
}
