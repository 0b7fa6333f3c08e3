namespace ArchiveScrub.Provenance.Report;

/// <summary>The dateline of the page report, with where each part of it was read.</summary>
internal static class PageDateline
{
    public static Html Write(Manifest manifest)
    {
        var html = new Html();
        if (manifest.Result.Dateline is not { } dateline)
        {
            return html;
        }

        html.Add($"<details class=\"dateline box\">\n<summary>Dateline: <b dir=\"auto\">{Line(dateline)}</b> <span class=\"soft\">confidence {dateline.Confidence:0.00}{(dateline.Edtf is { } edtf && edtf != dateline.Date ? ", EDTF " + edtf : "")}</span></summary>\n");
        if (dateline.Inferred.Count > 0)
        {
            html.Add($"<p class=\"quiet\">Not stated on the page, but inferred: {string.Join(", ", dateline.Inferred)}, from {string.Join(", ", dateline.Basis ?? [])}</p>\n");
        }

        html.AddRaw("<table><thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Read</th><th scope=\"col\">Source</th><th scope=\"col\">Pattern</th><th scope=\"col\">Block</th></tr></thead><tbody>\n");
        foreach (var evidence in dateline.Evidence ?? [])
        {
            html.Add($"<tr class=\"{(evidence.Used ? "" : "unused")}\"><td>{evidence.Field}</td><td dir=\"auto\">{evidence.Value}{(evidence.Used ? "" : " (not needed)")}</td><td>{evidence.Source}</td><td>{evidence.Rule}</td><td>");
            if (evidence.Linear is { } range && BlockAt(manifest, range.Start) is >= 0 and var block)
            {
                html.Add($"<a href=\"#b{block}\" data-go=\"{block}\">{block + 1:N0}</a>");
            }

            html.AddRaw("</td></tr>\n");
        }

        return html.AddRaw("</tbody></table>\n</details>\n");
    }

    private static int BlockAt(Manifest manifest, int codePoint)
    {
        for (var i = 0; i < manifest.Blocks.Count; i++)
        {
            if (manifest.Blocks[i].Linear.Contains(codePoint))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>As in the clean text: <c>PLACE, DATE (AGENCY)</c>.</summary>
    private static string Line(ManifestDateline dateline)
    {
        var date = dateline.Date ?? dateline.Edtf;
        var when = date is null || dateline.Time is null ? date : $"{date}T{dateline.Time}{dateline.Offset}";
        var line = string.Join(", ", new[] { dateline.Place, when }.OfType<string>());
        return dateline.Agency is { } agency ? line.Length == 0 ? $"({agency})" : $"{line} ({agency})" : line;
    }
}
