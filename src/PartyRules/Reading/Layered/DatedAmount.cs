using System.Text.Json.Nodes;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Reading.Tree;

namespace PartyRules.Reading.Layered;

/// <summary>An amount that holds for a time, and where it was written.</summary>
/// <param name="Document">The amount.</param>
/// <param name="Json">The amount's text.</param>
/// <param name="Tree">The file.</param>
/// <param name="Path">The place in the file.</param>
/// <param name="Scheme">The identifier of the scheme that sets it.</param>
internal sealed record DatedAmount(SetAmountDocument Document, JsonNode Json, JsonTree Tree, string Path, string Scheme)
{
    /// <summary>The dates lie within those of the scheme that sets the amount, and in order.</summary>
    public void CheckDates(EffectiveDocument effective, List<Problem> problems)
    {
        var (from, to) = (Document.From, Document.To);
        if (!Document.HasDates())
            Report("scheme.amount-undated", problems, Document.At);
        else if (from > to || from < effective.From || to < effective.From || from > effective.To || to > effective.To)
            Report("scheme.amount-dates", problems, Document.At, Text(effective.From), effective.To is { } end ? Text(end) : "…");
    }

    /// <summary>Whether it is of the same place as another amount, and holds on some day on which that does.</summary>
    public bool Meets(DatedAmount other) =>
        Document.At == other.Document.At && Document.HoldsWithin(other.Document.From, other.Document.To);

    /// <summary>Adds a problem of this amount.</summary>
    public void Report(string code, List<Problem> problems, params object?[] arguments) =>
        problems.Add(SchemeMessages.Catalog.Problem(code, Tree.At(Path), arguments));

    private static string Text(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
