using PartyRules.Clauses.Core;

namespace PartyRules.Tests.Clauses.Pages.TwoWords;

/// <summary>A kind of clause of which there is a type, and nothing else.</summary>
internal sealed class TwoWordsKind : ClauseKind;
