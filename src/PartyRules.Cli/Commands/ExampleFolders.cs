using System.Globalization;
using PartyRules.Data;
using PartyRules.Verification.Findings;

namespace PartyRules.Cli.Commands;

/// <summary>Writes the examples of findings as data sets, each in a folder of its own, which <c>partyrules score</c> reads.</summary>
internal static class ExampleFolders
{
    /// <summary>Writes them into folders named after their number and the code of the finding.</summary>
    public static void Write(string folder, VerifiedScheme verified)
    {
        var shown = verified.Refuted.Where(finding => finding.Example is not null).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var number = (i + 1).ToString("00", CultureInfo.InvariantCulture);
            var example = shown[i].Example!;
            var own = Path.Combine(folder, $"{number}-{shown[i].Code}");
            DataSetWriter.Write(own, example.Subjects, example.Entries);
            if (example.Earlier.Count > 0)
                File.WriteAllText(Path.Combine(own, "earlier.csv"), Earlier(example.Earlier));
        }
    }

    /// <summary>Everything in it is made up of identifiers and numbers, which need no quotation marks.</summary>
    private static string Earlier(IReadOnlyList<EarlierResult> results) => "scheme,subject,period,total,grade,rank\n" + string.Concat(
        results.Select(result => $"{result.Scheme},{result.Subject},{result.Period},{result.Total},{result.Grade},{result.Rank}\n"));
}
