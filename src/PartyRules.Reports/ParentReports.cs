using System.Globalization;
using PartyRules.Reports.Html;
using PartyRules.Reports.Model;
using PartyRules.Reports.Sections;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Reports;

/// <summary>The reports of every parent, such as every branch, as a folder of pages.</summary>
/// <remarks>The same assessments and options give the same bytes. Thread-safe for different folders.</remarks>
public static class ParentReports
{
    /// <summary>
    /// Writes for each parent its report, its public notice where the scheme has one, and a page of sheets to sign; and an
    /// <c>index.html</c> that leads to them. Subjects without a parent have pages of their own. The folder is written whole or not at all.
    /// </summary>
    /// <param name="folder">The folder, which is made; one that exists must be empty.</param>
    /// <param name="versions">The versions of the scheme by which was assessed.</param>
    /// <param name="year">The calendar year that was assessed.</param>
    /// <param name="assessments">The results of that year, in any order, as for <see cref="Report"/>.</param>
    /// <param name="options">What the reports show; <see cref="ReportOptions.Parent"/> must be empty.</param>
    /// <returns>How many parents there are, those without one counted as one.</returns>
    /// <exception cref="ArgumentException">
    /// <see cref="ReportOptions.Parent"/> is given, or <see cref="Report"/> refuses something.
    /// </exception>
    /// <exception cref="IOException">The folder has contents, or cannot be written.</exception>
    public static int Write(
        string folder, SchemeVersions versions, int year, IReadOnlyCollection<Assessment> assessments, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Parent.Length > 0)
            throw new ArgumentException("The reports are of all parents.", nameof(options));
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.Exists(full) && (!Directory.Exists(full) || Directory.EnumerateFileSystemEntries(full).Any()))
            throw new IOException($"'{folder}' exists and is not an empty folder.");
        var perParent = assessments.GroupBy(assessment => assessment.Subject.Parent, StringComparer.Ordinal)
            .OrderBy(own => own.Key, StringComparer.Ordinal).ToList();
        var partial = full + ".partial";
        try
        {
            Directory.CreateDirectory(partial);
            var pages = new List<ParentPages>();
            foreach (var own in perParent)
            {
                var report = new Report(versions, year, own, options with { Parent = own.Key });
                var name = NameOf(own.Key, pages.Count + 1, perParent.Count);
                pages.Add(new ParentPages(own.Key, $"{name}.html", report.HasNotice ? $"{name}.notice.html" : null, $"{name}.sign.html"));
                WriteFile(partial, pages[^1].Report, report.WritePage);
                if (pages[^1].Notice is { } notice)
                    WriteFile(partial, notice, report.WriteNoticePage);
                WriteFile(partial, pages[^1].Signature, report.WriteSignaturePage);
            }

            var whole = new Report(versions, year, assessments, options);
            WriteFile(partial, "index.html", output => IndexPage.Write(new HtmlWriter(output), whole.Data, pages));
            if (Directory.Exists(full))
                Directory.Delete(full);
            Directory.Move(partial, full);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }

        return perParent.Count;
    }

    /// <summary>A name that every file system takes: a number, and what of the identifier is letters and digits.</summary>
    private static string NameOf(string parent, int number, int count)
    {
        var digits = new string('0', Words.Number(count).Length);
        var kept = new string([.. parent.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_').Take(40)]);
        var numbered = number.ToString(digits, CultureInfo.InvariantCulture);
        return kept.Length == 0 ? numbered : $"{numbered}-{kept}";
    }

    private static void WriteFile(string folder, string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        write(writer);
    }
}
