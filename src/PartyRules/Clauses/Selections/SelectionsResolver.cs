using PartyRules.Clauses.Selections;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <content>Which of several entries count.</content>
internal sealed partial class SchemeResolver
{
    private readonly Dictionary<string, Selection> selections = new(StringComparer.Ordinal);

    private void ResolveSelection(SelectionDocument from, string path)
    {
        var itemCodes = document.Components.SelectMany(component => component.Items).Select(item => item.Code).Distinct(StringComparer.Ordinal);
        var isByReference = from.Within == "reference";
        if (from.AtMost < 1)
            Report("scheme.at-least-one", $"{path}.atMost");
        if (!isByReference && from.Within != "round" && !Windows.ContainsKey(from.Within))
            Report("scheme.unknown-word", $"{path}.within", from.Within, SchemeReader.Messages.Hint(from.Within, [.. Windows.Keys, "round", "reference"]));
        var keep = Word($"{path}.keep", from.Keep, new Dictionary<string, Keep>(StringComparer.Ordinal) { ["highest"] = Keep.Highest, ["first"] = Keep.First, ["last"] = Keep.Last });
        PeriodKind? window = isByReference || (from.Within != "round" && !Windows.ContainsKey(from.Within)) ? null : Window($"{path}.within", from.Within);
        var selection = new Selection(Id($"{path}.id", from.Id), keep, from.AtMost, window, Cite(from.Cites, $"{path}.cites"));
        Words($"{path}.items", from.Items, itemCodes);
        for (var i = 0; i < from.Items.Count; i++)
        {
            if (!selections.TryAdd(from.Items[i], selection))
                Report("scheme.two-selections", $"{path}.items[{i}]", from.Items[i]);
            if (isByReference)
                referenced.Add(from.Items[i]);
        }
    }
}
