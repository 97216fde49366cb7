using PartyRules.Reports.Notices;
using PartyRules.Schemes;

namespace PartyRules.Reports.Model;

/// <summary>How results are put up for objections.</summary>
internal sealed record NoticeTerms(NameMask Names, int ObjectionDays, LocalText Objections, Citation Cites)
{
    public static NoticeTerms? Of(Scheme scheme) => scheme.SubjectKind.Length == 0 ? null : new(
        scheme.SubjectKind == "member" ? NameMask.Masked : NameMask.Full,
        5,
        new("对公示结果有异议的，可在公示期内以口头或者书面形式向所在党支部提出；党支部应当核实并答复。", "Whoever disagrees with a result may object to the branch, orally or in writing, within the period; the branch checks the matter and answers."),
        new("x/notice", new("", ""), true));
}
