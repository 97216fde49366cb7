using System.Collections.Concurrent;
using NRules.RuleModel;
using PartyRules.Engine;
using PartyRules.NRules.Sessions;
using PartyRules.Results;
using RuleSet = PartyRules.Engine.RuleSet;

namespace PartyRules.NRules.Conversion;

/// <summary>Evaluates the rules of one level on what one group of facts is about, and links what they yield to the group.</summary>
/// <param name="rules">The rules.</param>
/// <param name="take">Told of each fact, before the session has it, to whom it belongs; false where it is another's.</param>
/// <param name="unfolds">Whether a dossier brings its entries along.</param>
/// <param name="isRecursive">Whether the rules read what they yield.</param>
internal sealed class LevelEvaluation(RuleSet rules, Func<object, string, bool> take, bool unfolds, bool isRecursive)
{
    /// <summary>The property by which NRules rules say that their derivations are noted here.</summary>
    public const string Property = "PartyRules.Level";

    private readonly bool acts = rules.Rules.Any(rule => rule.RightHandSide.OfType<Engine.Model.DoElement>().Any());
    private readonly ConcurrentBag<Desk> idle = [];
    private readonly IReadOnlyList<YieldedType> types =
        [.. rules.Rules.SelectMany(rule => rule.YieldedTypes).Distinct().Select(YieldedType.Of)];

    public void In(IContext context, IEnumerable<Recording> recordings, IEnumerable<object> shared, IGrouping<string, object> group)
    {
        var recording = recordings.FirstOrDefault();
        var desk = acts || recording is not null
            ? new Desk(rules.CreateEvaluator(recording is not null, new ServicesOf(context)))
            : idle.TryTake(out var left) ? left : new Desk(rules.CreateEvaluator());
        var (evaluator, known, yielded) = (desk.Evaluator, desk.Known, desk.Yielded);
        var own = isRecursive ? context.GetLinkedKeys().Select(key => context.GetLinked(key)!).ToHashSet(FactIdentity.Instance) : null;
        foreach (var fact in shared.Concat(Unfolded(group)))
        {
            if (own?.Contains(fact) == true || !known.Add(fact))
                continue;
            if (recording is null)
                evaluator.Add(fact);
            else
                evaluator.AddDerived(recording.Of(fact));
        }

        evaluator.Run(context.CancellationToken);
        foreach (var type in types)
            type.AddTo(yielded, evaluator, known);
        if (recording is not null)
            Note(evaluator, recording, yielded);
        Linked.Become(context, yielded, fact => take(fact, group.Key));
        if (acts || recording is not null)
            return;
        desk.Clear();
        idle.Add(desk);
    }

    /// <summary>Notes how facts came about; an assessment carries it, as it does elsewhere where derivations are asked for.</summary>
    private static void Note(IEvaluator evaluator, Recording recording, List<object> yielded)
    {
        for (var i = 0; i < yielded.Count; i++)
        {
            var derivation = evaluator.DerivationOf(yielded[i]);
            recording.Note(derivation);
            if (yielded[i] is not Assessment assessment)
                continue;
            yielded[i] = assessment.With(derivation);
            recording.Note(Derivation.Yielded(yielded[i], derivation.Rule!, derivation.Premises));
        }
    }

    /// <summary>The facts themselves: an entry counts with its dossier, and of equal facts that were yielded again one.</summary>
    private IEnumerable<object> Unfolded(IGrouping<string, object> group)
    {
        List<object>? again = null;
        foreach (var fact in group)
        {
            if (fact is Again repeated)
            {
                (again ??= []).Add(repeated.Fact);
                continue;
            }

            yield return fact;
            if (!unfolds || fact is not Dossier dossier)
                continue;
            foreach (var entry in dossier.Earlier.Concat(dossier.Entries))
                yield return entry;
        }

        foreach (var fact in again?.Where(fact => !group.Contains(fact)).Distinct() ?? [])
            yield return fact;
    }

    /// <summary>A type of fact that the rules yield, read without naming it.</summary>
    private abstract class YieldedType
    {
        public static YieldedType Of(Type type) => (YieldedType)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type))!;

        public abstract void AddTo(List<object> yielded, IEvaluator evaluator, HashSet<object> known);

        private sealed class Typed<TFact> : YieldedType
            where TFact : notnull
        {
            public override void AddTo(List<object> yielded, IEvaluator evaluator, HashSet<object> known)
            {
                foreach (var fact in evaluator.Facts<TFact>())
                {
                    if (known.Add(fact))
                        yielded.Add(fact);
                }
            }
        }
    }

    /// <summary>The services that NRules finds for actions.</summary>
    private sealed class ServicesOf(IContext context) : IServiceProvider
    {
        public object? GetService(Type serviceType) => context.Resolve(serviceType);
    }

    /// <summary>What one evaluation after another works with.</summary>
    private sealed class Desk(IEvaluator evaluator)
    {
        public IEvaluator Evaluator { get; } = evaluator;

        /// <summary>The facts given, and those yielded.</summary>
        public HashSet<object> Known { get; } = new(FactIdentity.Instance);

        public List<object> Yielded { get; } = [];

        public void Clear()
        {
            Evaluator.Reset();
            Known.Clear();
            Yielded.Clear();
        }
    }
}
