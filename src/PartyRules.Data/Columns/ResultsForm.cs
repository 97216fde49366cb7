namespace PartyRules.Data.Columns;

/// <summary>What stands beside the codes of results.</summary>
/// <param name="Words">The language of names and words beside the codes; null for codes alone.</param>
/// <param name="AsInput">Whether scheme and parent stand in front, so that the file is the <c>earlier</c> of another data set.</param>
internal readonly record struct ResultsForm(Language? Words, bool AsInput = false);
