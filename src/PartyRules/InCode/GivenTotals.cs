using PartyRules.Clauses.Components;
using PartyRules.Clauses.Inputs;
using PartyRules.Diagnostics;
using PartyRules.Documents;
using PartyRules.Results;

namespace PartyRules.InCode;

/// <summary>How a rule set that grades or ranks takes totals that were worked out elsewhere: as the results of another scheme.</summary>
internal static class GivenTotals
{
    private static readonly MessageCatalog Texts = new("PartyRules.InCode.Texts", typeof(GivenTotals).Assembly);

    /// <summary>The scheme to which given totals are said to belong.</summary>
    public static string SchemeOf(string id) => $"{id}.total";

    /// <summary>The input by which the scheme looks at them.</summary>
    public static InputDocument Input(string id, LocalText source) => new()
    {
        Id = "total",
        Name = Texts.Format("total"),
        Scheme = SchemeOf(id),
        From = "self",
        Cites = new CitationDocument { Clause = $"{id}/total", Text = source },
    };

    /// <summary>The component that is the given total; without one the subject is incomplete.</summary>
    public static ComponentDocument Component(string id, LocalText source)
    {
        var cites = new CitationDocument { Clause = $"{id}/total", Text = source };
        return new ComponentDocument
        {
            Id = "total",
            Name = Texts.Format("total"),
            Start = Points.Zero,
            Minimum = null,
            Maximum = null,
            Carries = [new CarriedDocument { Of = "total", Percent = 100, Missing = "incomplete", Cites = cites }],
            Items = [],
            Cites = cites,
        };
    }

    /// <summary>Takes the totals of another rule set from its assessments.</summary>
    public static void Map(HostFacts facts, string other, string id) => facts.Map<Assessment>(
        assessment => assessment.Scheme.Id == other ? assessment.Subject.Id : null,
        (assessment, taken, _) =>
            taken.Results.Add(new EarlierResult(SchemeOf(id), assessment.Subject.Id, assessment.Period, assessment.Total)));
}
