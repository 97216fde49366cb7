using System.Runtime.CompilerServices;
using NRules.Fluent;
using PartyRules.Scoring;

namespace PartyRules.NRules;

/// <summary>The schemes of one repository, and which of the facts of a session each takes.</summary>
internal sealed class SchemesTogether
{
    private static readonly ConditionalWeakTable<RuleRepository, SchemesTogether> OfRepositories = [];
    private readonly List<Share> shares = [];

    /// <summary>Those of a repository.</summary>
    public static SchemesTogether In(RuleRepository repository) => OfRepositories.GetOrCreateValue(repository);

    /// <summary>Whether the repository has no other scheme.</summary>
    public bool AreOne => shares.Count == 1;

    /// <summary>Adds a scheme.</summary>
    /// <exception cref="ArgumentException">The repository has it already.</exception>
    public Share Add(Scorer scorer)
    {
        if (shares.Exists(share => share.Id == scorer.Versions.Id))
            throw new ArgumentException($"The repository has the scheme '{scorer.Versions.Id}' already.", nameof(scorer));
        var share = new Share(this, scorer.Versions);
        shares.Add(share);
        return share;
    }

    /// <summary>What one scheme takes. What no scheme knows the first one takes, so that somebody refuses it.</summary>
    internal sealed class Share(SchemesTogether all, Schemes.SchemeVersions versions)
    {
        private readonly HashSet<string> codes = versions.All
            .SelectMany(version => version.Items.Select(item => item.Code).Concat(version.Records.Select(record => record.Code)))
            .ToHashSet(StringComparer.Ordinal);

        private readonly HashSet<string> results =
            versions.All.SelectMany(version => version.InputSchemes).Append(versions.Id).ToHashSet(StringComparer.Ordinal);

        public string Id => versions.Id;

        /// <summary>Whether no other scheme is there.</summary>
        public bool IsAlone => all.AreOne;

        public bool Takes(Entry entry) => entry.Item is null
            ? IsFirst
            : codes.Contains(entry.Item) || (IsFirst && !all.shares.Exists(other => other.codes.Contains(entry.Item)));

        public bool Takes(EarlierResult result) => result.Scheme is null
            ? IsFirst
            : results.Contains(result.Scheme) || (IsFirst && !all.shares.Exists(other => other.results.Contains(result.Scheme)));

        /// <summary>Whether a subject of another kind is the business of another scheme.</summary>
        public bool Leaves(Subject subject) =>
            subject.Kind != versions.SubjectKind && (!IsFirst || all.shares.Exists(other => other.Kind == subject.Kind));

        /// <summary>Whether another scheme takes an entry too.</summary>
        public bool Shares(Entry entry) =>
            entry.Item is not null && all.shares.Exists(other => other != this && other.codes.Contains(entry.Item));

        private string Kind => versions.SubjectKind;

        private bool IsFirst => all.shares[0] == this;
    }
}
