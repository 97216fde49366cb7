using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Tracing;

/// <summary>
/// Goes through one alternative of a rule step by step, by nested loops in the order in which it is written, to see what the compiled code
/// does not record: which expression throws, and how near a match came. Left-hand sides are pure, so looking again changes nothing.
/// </summary>
internal sealed class RuleTracer(WorkingMemory memory, TraceListener listener, int maximumSteps)
{
    private readonly Dictionary<Type, IReadOnlyList<object>> facts = [];
    private readonly Interpreter interpreter = new();
    private readonly List<MatchedFact> matched = [];
    private int steps;

    /// <summary>What is matched at this moment, in the order of the elements.</summary>
    public IReadOnlyList<MatchedFact> Matched => matched;

    /// <summary>Whether the tracer stopped after so many steps.</summary>
    public bool IsExhausted => steps >= maximumSteps;

    /// <summary>Goes through every alternative of a rule until the listener has seen enough.</summary>
    public void Trace(RuleDefinition rule)
    {
        foreach (var alternative in rule.Alternatives)
        {
            IReadOnlyList<SingleElement> elements = [.. alternative, .. rule.Filters.Select(filter => new HavingElement(filter))];
            listener.Begin(elements);
            if (Walk(elements, 0))
                return;
        }
    }

    /// <summary>
    /// Tries each condition, and each side of an equation, that speaks of one fact alone, on every fact of its type: a plan may look at it
    /// before what is written first.
    /// </summary>
    /// <exception cref="TracedFailure">One throws.</exception>
    public void TryAlone(RuleDefinition rule)
    {
        foreach (var pattern in rule.Alternatives.SelectMany(elements => elements).SelectMany(element => element.Patterns))
        {
            var pieces = pattern.Conditions.SelectMany(Expressions.Conjuncts)
                .SelectMany(condition => condition is BinaryExpression { NodeType: ExpressionType.Equal } equal
                    ? [equal.Left, equal.Right]
                    : new[] { condition })
                .Where(piece => Expressions.FreeVariables(piece).SetEquals([pattern.Fact]))
                .ToList();
            foreach (var fact in FactsOf(pattern.Fact.Type).TakeWhile(_ => !IsExhausted))
            {
                Try(new Pattern(pattern.Fact, []), fact, -1, () =>
                {
                    pieces.ForEach(piece => _ = Evaluate(piece));
                    return false;
                });
            }
        }
    }

    /// <summary>The value of an expression over what is matched at this moment.</summary>
    /// <exception cref="TracedFailure">It throws.</exception>
    public object? Evaluate(Expression expression)
    {
        steps++;
        try
        {
            return interpreter.Evaluate(expression);
        }
#pragma warning disable CA1031 // Whatever the expression throws is what is being looked for.
        catch (Exception exception) when (exception is not TracedFailure)
#pragma warning restore CA1031
        {
            throw new TracedFailure(expression, [.. matched], exception);
        }
    }

    /// <summary>Whether every name that an expression uses is matched at this moment.</summary>
    public bool Knows(Expression expression) => interpreter.Knows(expression);

    /// <summary>The value of a lambda over one more value.</summary>
    public object? Evaluate(LambdaExpression lambda, object? argument)
    {
        interpreter.Set(lambda.Parameters[0], argument);
        matched.Add(new MatchedFact(lambda.Parameters[0], argument));
        var value = Evaluate(lambda.Body);
        matched.RemoveAt(matched.Count - 1);
        return value;
    }

    /// <summary>The facts of a type; each type is read once.</summary>
    private IReadOnlyList<object> FactsOf(Type type)
    {
        if (!facts.TryGetValue(type, out var known))
            facts.Add(type, known = memory.FactsOf(type));
        return known;
    }

    private bool Walk(IReadOnlyList<SingleElement> elements, int index)
    {
        if (IsExhausted)
            return true;
        if (index == elements.Count)
            return listener.Satisfied(this);
        return elements[index] switch
        {
            MatchElement match => Match(match.Pattern, elements, index),
            ExistsElement exists => Exists(exists.Pattern, elements, index),
            NotElement not => Not(not.Pattern, [], elements, index),
            ForAllElement all => Not(all.Pattern, all.Conditions, elements, index),
            LetElement let => Bind(let.Value, Evaluate(let.Expression), elements, index),
            HavingElement having => Having(having, elements, index),
            QueryElement query => Query(query, elements, index),
            var other => throw new NotSupportedException($"{other.GetType().Name} is not known as an element."),
        };
    }

    private bool Match(Pattern pattern, IReadOnlyList<SingleElement> elements, int index)
    {
        var candidates = FactsOf(pattern.Fact.Type);
        if (candidates.Count == 0)
            listener.Missed(this, index, 0, null);
        foreach (var fact in candidates)
        {
            if (Try(pattern, fact, index, () => Walk(elements, index + 1)))
                return true;
        }

        return false;
    }

    private bool Exists(Pattern pattern, IReadOnlyList<SingleElement> elements, int index)
    {
        var found = false;
        var candidates = FactsOf(pattern.Fact.Type);
        foreach (var fact in candidates)
        {
            Try(pattern, fact, -1, () => found = true);
            if (found || IsExhausted)
                break;
        }

        if (found)
            return Walk(elements, index + 1);
        if (candidates.Count == 0)
            listener.Missed(this, index, 0, null);
        foreach (var fact in candidates)
            Try(pattern, fact, index, () => false);
        return IsExhausted;
    }

    private bool Not(Pattern pattern, IReadOnlyList<Expression> exceptWhere, IReadOnlyList<SingleElement> elements, int index)
    {
        var found = false;
        foreach (var fact in FactsOf(pattern.Fact.Type))
        {
            Try(pattern, fact, -1, () =>
            {
                var failed = exceptWhere.SelectMany(Expressions.Conjuncts).FirstOrDefault(condition => !IsTrue(condition));
                if (exceptWhere.Count > 0 && failed is null)
                    return false;
                listener.Missed(this, index, 0, failed);
                return found = true;
            });
            if (found || IsExhausted)
                return IsExhausted;
        }

        return Walk(elements, index + 1);
    }

    private bool Having(HavingElement having, IReadOnlyList<SingleElement> elements, int index)
    {
        var (satisfied, failed) = FirstFailing([having.Condition]);
        if (failed is null)
            return Walk(elements, index + 1);
        listener.Missed(this, index, satisfied, failed);
        return false;
    }

    private bool Query(QueryElement query, IReadOnlyList<SingleElement> elements, int index)
    {
        List<object?> source = query.Source switch
        {
            MatchSource match =>
                [.. FactsOf(match.FactType).Where(fact => match.Conditions.All(condition => (bool)Evaluate(condition, fact)!))],
            FromSource from => [Evaluate(from.From.Body)],
            var other => throw new NotSupportedException($"{other.GetType().Name} is not known as the source of a query."),
        };
        var results = QueryTrace.Run(query.Steps, source, Evaluate);
        if (results.Count == 0)
            listener.Missed(this, index, 0, null);
        return results.Exists(result => Bind(query.Result, result, elements, index));
    }

    private bool Bind(ParameterExpression name, object? value, IReadOnlyList<SingleElement> elements, int index)
    {
        interpreter.Set(name, value);
        matched.Add(new MatchedFact(name, value));
        var enough = Walk(elements, index + 1);
        matched.RemoveAt(matched.Count - 1);
        interpreter.Unset(name);
        return enough;
    }

    /// <summary>Names a fact, and goes on if it meets the pattern; else tells the listener, unless the index is -1.</summary>
    private bool Try(Pattern pattern, object fact, int index, Func<bool> then)
    {
        if (IsExhausted)
            return true;
        steps++;
        interpreter.Set(pattern.Fact, fact);
        matched.Add(new MatchedFact(pattern.Fact, fact));
        var enough = false;
        var (satisfied, failed) = FirstFailing(pattern.Conditions);
        if (failed is null)
            enough = then();
        else if (index >= 0)
            listener.Missed(this, index, satisfied, failed);
        matched.RemoveAt(matched.Count - 1);
        interpreter.Unset(pattern.Fact);
        return enough;
    }

    private (int Satisfied, Expression? Failed) FirstFailing(IReadOnlyList<Expression> conditions)
    {
        var satisfied = 0;
        foreach (var condition in conditions.SelectMany(Expressions.Conjuncts))
        {
            if (!IsTrue(condition))
                return (satisfied, condition);
            satisfied++;
        }

        return (satisfied, null);
    }

    private bool IsTrue(Expression condition)
    {
        try
        {
            return (bool)Evaluate(condition)!;
        }
        catch (TracedFailure) when (listener.TakesExceptionsForFalse)
        {
            return false;
        }
    }
}

/// <summary>What a tracer tells while it goes through a rule.</summary>
internal abstract class TraceListener
{
    /// <summary>Whether a condition that throws counts as one that does not hold.</summary>
    public virtual bool TakesExceptionsForFalse => false;

    /// <summary>An alternative begins.</summary>
    public virtual void Begin(IReadOnlyList<SingleElement> elements)
    {
    }

    /// <summary>An element is not satisfied by what is matched at this moment.</summary>
    /// <param name="tracer">The tracer; the fact that was tried is the last matched.</param>
    /// <param name="index">The element.</param>
    /// <param name="conditions">How many of its conditions held.</param>
    /// <param name="failed">
    /// The condition that did not hold; null where there was nothing to try, or something that must not be there.
    /// </param>
    public virtual void Missed(RuleTracer tracer, int index, int conditions, Expression? failed)
    {
    }

    /// <summary>Every element is satisfied.</summary>
    /// <returns>Whether the tracer may stop.</returns>
    public abstract bool Satisfied(RuleTracer tracer);
}

/// <summary>An expression that threw while a rule was traced.</summary>
#pragma warning disable CA1064 // It never leaves the engine: its content becomes a RuleEvaluationException.
internal sealed class TracedFailure(
    Expression expression, IReadOnlyList<MatchedFact> facts, Exception inner) : Exception(inner.Message, inner)
#pragma warning restore CA1064
{
    public Expression Expression { get; } = expression;

    public IReadOnlyList<MatchedFact> Facts { get; } = facts;
}
