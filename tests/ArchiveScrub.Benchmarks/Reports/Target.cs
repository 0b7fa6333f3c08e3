namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>What the project promises of its speed or memory.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Bound">The bound.</param>
/// <param name="IsFloor">Whether more is better.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Measured">What was measured; null where it was not.</param>
internal sealed record Target(string Name, double Bound, bool IsFloor, string Unit, double? Measured)
{
    /// <summary>Whether it is met; null where it was not measured.</summary>
    public bool? IsMet => Measured is { } measured ? (IsFloor ? measured >= Bound : measured <= Bound) : null;

    /// <summary>A table of targets.</summary>
    public static string ToMarkdown(IEnumerable<Target> targets)
    {
        var table = new MarkdownTable("target", "bound", "measured", "met");
        foreach (var target in targets)
        {
            table.Add(
                target.Name,
                $"{(target.IsFloor ? "≥" : "≤")} {target.Bound:0.##}{target.Unit}",
                target.Measured is null ? "not measured" : Figure.Of(target.Measured) + target.Unit,
                target.IsMet switch { true => "yes", false => "**no**", null => "–" });
        }

        return table.ToString();
    }
}
