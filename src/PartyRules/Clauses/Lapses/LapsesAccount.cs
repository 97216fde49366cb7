using PartyRules.Engine.Fluent;

namespace PartyRules.Explanations;

/// <content>Entries that stopped counting.</content>
internal sealed partial class Account
{
    private void WriteLapsed()
    {
        var lapsed = facts.Of<Dossier>().Where(dossier => dossier.Period == assessment.Period).SelectMany(dossier => dossier.Lapsed)
            .OrderBy(lapsed => lapsed.Entry, Entry.Chronological).ThenBy(lapsed => lapsed.Clause.Id, StringComparer.Ordinal).Distinct();
        foreach (var (entry, clause) in lapsed)
            Line("lapsed", entry.Id, DateOf(entry), NameOf(entry.Item), Cited(clause.Cites));
    }

    private LocalText NameOf(string code) =>
        assessment.Scheme.Items.FirstOrDefault(item => item.Code == code)?.Name ?? assessment.Scheme.Records.First(record => record.Code == code).Name;
}
