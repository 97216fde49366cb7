using System.Text.Json.Nodes;
using PartyRules.Clauses.Core;

namespace PartyRules.Clauses.Citations;

/// <summary>What those values rest on that are no clause of their own.</summary>
internal sealed class CitationsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "citations";

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var cited = at.List<CitedDocument>(Key);
        at.CheckUnique("$.citations", cited.Select(each => each.At), "at");
        for (var i = 0; i < cited.Count; i++)
        {
            var path = $"$.citations[{i}]";
            var trail = at.Layered.Follow(cited[i].At);
            if (trail is null)
                at.Report("scheme.citation-place", $"{path}.at", cited[i].At);
            else if (trail[^1] is JsonObject members && members.ContainsKey("cites"))
                at.Report("scheme.citation-own", $"{path}.at", cited[i].At);
            at.Cite(cited[i].Cites, $"{path}.cites");
        }
    }
}
