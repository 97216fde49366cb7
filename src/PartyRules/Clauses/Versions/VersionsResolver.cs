namespace PartyRules.Reading;

/// <content>The dates between which a version is in force.</content>
internal sealed partial class SchemeResolver
{
    private void CheckEffective()
    {
        if (document.Effective.To < document.Effective.From)
            Report("scheme.effective", "$.effective");
    }
}
