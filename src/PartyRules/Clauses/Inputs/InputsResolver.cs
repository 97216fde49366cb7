using PartyRules.Clauses.Inputs;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Other results, and what they carry over.</content>
internal sealed partial class SchemeResolver
{
    private readonly Dictionary<string, ResultInput> inputs = new(StringComparer.Ordinal);

    private void ResolveInput(InputDocument from, string path)
    {
        CheckId($"{path}.id", from.Id);
        CheckId($"{path}.scheme", from.Scheme);
        var whose = Word($"{path}.from", from.From, new Dictionary<string, int>(StringComparer.Ordinal) { ["self"] = 0, ["parent"] = 1, ["attribute"] = 2 });
        if ((whose == 2) != from.Attribute is not null)
            Report("scheme.input-attribute", path);
        if (from.Attribute is not null)
            Word($"{path}.attribute", from.Attribute, document.Subjects.Attributes);
        if (from.YearsBefore < 0 || (from.YearsBefore == 0 && from.Scheme == document.Id))
            Report("scheme.input-year", path);
        var input = new ResultInput(from.Id, from.Name, from.Scheme, from.YearsBefore, from.Attribute, whose == 1, Cite(from.Cites, $"{path}.cites"));
        if (!inputs.TryAdd(from.Id, input))
            Report("scheme.duplicate-id", $"{path}.id", from.Id);
    }

    private Carried ResolveCarried(CarriedDocument from, string path)
    {
        var isRequired = Word($"{path}.missing", from.Missing, new Dictionary<string, bool>(StringComparer.Ordinal) { ["zero"] = false, ["incomplete"] = true });
        if (from.Percent < 0)
            Report("scheme.negative", $"{path}.percent");
        return new Carried(Word($"{path}.of", from.Of, inputs), from.Percent, isRequired, Cite(from.Cites, $"{path}.cites"));
    }
}
