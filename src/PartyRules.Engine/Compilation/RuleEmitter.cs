using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;
using PartyRules.Engine.Syntax;

namespace PartyRules.Engine.Compilation;

/// <summary>
/// Turns the plan of one alternative of a rule into one delegate: nested loops over arrays of facts with the conditions inlined, each at
/// the first place where what it names is known.
/// </summary>
/// <param name="memoryPlan">What the code needs in the memory of an evaluator.</param>
/// <param name="rule">The rule.</param>
/// <param name="records">Whether derivations are recorded.</param>
/// <param name="growing">The types that the rule's own stratum yields, where it is recursive.</param>
internal sealed class RuleEmitter(MemoryPlan memoryPlan, RuleDefinition rule, bool records, IReadOnlySet<Type> growing)
{
    private readonly CodeScope scope = new(memoryPlan);
    private readonly ParameterExpression position = Expression.Parameter(typeof(int), "position");
    private readonly SortedList<int, Lineage> premises = [];
    private FactLoops loops = null!;

    /// <summary>How many readings of facts that grow while the rule runs were met.</summary>
    public int RecursiveReadings { get; private set; }

    /// <summary>Generates the code.</summary>
    /// <param name="steps">The plan.</param>
    /// <param name="actions">What follows from a match.</param>
    public Expression<RuleBody> Emit(IReadOnlyList<PlanStep> steps, IReadOnlyList<ActionElement> actions)
    {
        loops = new FactLoops(scope, records, isRecursive: growing.Count > 0);
        var body = Step(steps, 0, () => Actions(actions));
        return Expression.Lambda<RuleBody>(scope.Enclose(body), rule.Name, [scope.Memory, position]);
    }

    private Expression Step(IReadOnlyList<PlanStep> steps, int index, Func<Expression> then)
    {
        if (index == steps.Count)
            return then();
        Expression Rest() => Step(steps, index + 1, then);
        return steps[index] switch
        {
            TestStep test => Expression.IfThen(Expressions.Prepare(test.Condition), Rest()),
            LetStep let => Expression.Block([let.Value], Expression.Assign(let.Value, Expressions.Prepare(let.Expression)), Rest()),
            MatchStep match => Match(match, Rest),
            ExistsStep exists => Exists(exists, Rest),
            NotStep not => Not(not.Reading, Rest),
            QueryStepPlan query => Query(query, Rest),
            var other => throw new NotSupportedException($"{other.GetType().Name} is not known as a step."),
        };
    }

    private Expression Match(MatchStep step, Func<Expression> then) =>
        loops.Over(step.Reading, RangeOf(step.Reading.Fact.Type, Recursive(step.Reading.Fact.Type)), (id, _) =>
        {
            premises.Add(step.Written, new Lineage(id, null));
            return then();
        });

    private BlockExpression Exists(ExistsStep step, Func<Expression> then)
    {
        var reading = step.Reading;
        var turn = Recursive(reading.Fact.Type);
        var found = Expression.Variable(typeof(bool), "found");
        var witness = Expression.Variable(typeof(int), "witness");
        premises.Add(step.Written, new Lineage(witness, null));
        var search = Any(reading, RangeOf(reading.Fact.Type, turn, existence: true), found, witness);
        if (turn < 0)
            return Expression.Block([found, witness], search, Expression.IfThen(found, then()));

        // As the reading that takes only new facts, existence counts if it holds now and did not hold before.
        var before = Expression.Variable(typeof(bool), "before");
        var old = Expression.Call(
            scope.Memory, nameof(WorkingMemory.OldCount), null, Expression.Constant(memoryPlan.Layout.SlotOf(reading.Fact.Type)));
        var searchOld = Any(reading, (Expression.Constant(0), old), before, null);
        return Expression.Block(
            [found, before, witness],
            Expression.Assign(before, Expression.Constant(false)),
            Expression.IfThen(Expression.Equal(position, Expression.Constant(turn)), searchOld),
            Expression.IfThen(Expression.Not(before), Expression.Block(search, Expression.IfThen(found, then()))));
    }

    private BlockExpression Not(FactReading reading, Func<Expression> then)
    {
        var found = Expression.Variable(typeof(bool), "found");
        return Expression.Block(
            [found], Any(reading, RangeOf(reading.Fact.Type, -1), found, null), Expression.IfThen(Expression.Not(found), then()));
    }

    private BlockExpression Any(
        FactReading reading, (Expression From, Expression Below) range, ParameterExpression found, ParameterExpression? witness) =>
        Expression.Block(
            Expression.Assign(found, Expression.Constant(false)),
            loops.Over(reading, range, (id, stop) => Expression.Block(
                Expression.Assign(found, Expression.Constant(true)),
                witness is null || id is null ? Expression.Empty() : Expression.Assign(witness, id),
                Expression.Break(stop)), leavesEarly: true));

    private Expression Query(QueryStepPlan step, Func<Expression> then)
    {
        FactStream source = step.Reading is { } reading
            ? sink => loops.Over(
                reading,
                RangeOf(reading.Fact.Type, -1),
                (id, _) => sink(new StreamValue(reading.Fact, records ? new Lineage(id, null) : null)))
            : sink => sink(new StreamValue(Expressions.Prepare(((FromSource)step.Query.Source).From.Body), null));
        return new QueryEmitter(scope, records).Emit(step.Query, source, lineage =>
        {
            if (lineage is not null)
                premises.Add(step.Written, lineage);
            return then();
        });
    }

    private BlockExpression Actions(IReadOnlyList<ActionElement> actions)
    {
        var context = Expression.Call(scope.Memory, nameof(WorkingMemory.ContextOf), null, Expression.Constant(rule));
        var services = rule.Dependencies.Select(service => (Expression)Expression.Assign(
            service, Expression.Call(scope.Memory, nameof(WorkingMemory.Service), [service.Type])));
        var acts = actions.Select(action => action switch
        {
            YieldElement yield => Yield(yield.Fact, context),
            DoElement act => Expressions.Prepare(Expressions.Apply(act.Action, context)),
            var other => throw new NotSupportedException($"{other.GetType().Name} is not known as an action."),
        });
        return Expression.Block(rule.Dependencies, [.. services, .. acts]);
    }

    private Expression Yield(LambdaExpression yield, Expression context)
    {
        var fact = Expressions.Prepare(Expressions.Apply(yield, context));
        var type = yield.ReturnType;
        var targets = type.IsSealed ? memoryPlan.Layout.TargetsOf(type) : null;
        if (!records && targets is { Slots.Length: 1, AreEqualFactsOne: false })
            return Expression.Call(scope.List(type), nameof(FactList<object>.Add), null, fact);
        var add = targets is null
            ? Expression.Call(scope.Memory, nameof(WorkingMemory.YieldAny), null, Expression.Convert(fact, typeof(object)))
            : Expression.Call(scope.Memory, nameof(WorkingMemory.YieldTo), [type], fact, Expression.Constant(targets));
        if (!records)
            return add;
        var trail = scope.Trail;
        return Expression.Block(
        [
            Expression.Call(trail, nameof(Trail.Begin), null, Expression.Constant(memoryPlan.NumberOf(rule))),
            .. premises.Values.Select(premise => premise.AddTo(trail)),
            add,
        ]);
    }

    private int Recursive(Type type) => growing.Any(yielded => Reading.MayFind(yielded, type)) ? RecursiveReadings++ : -1;

    private (Expression From, Expression Below) RangeOf(Type type, int reading, bool existence = false)
    {
        if (reading < 0)
            return (Expression.Constant(0), Expression.Field(scope.List(type), nameof(FactList.Count)));
        Expression[] arguments = [Expression.Constant(memoryPlan.Layout.SlotOf(type)), Expression.Constant(reading), position];
        return (
            existence ? Expression.Constant(0) : Expression.Call(scope.Memory, nameof(WorkingMemory.RangeStart), null, arguments),
            Expression.Call(scope.Memory, nameof(WorkingMemory.RangeEnd), null, arguments));
    }
}
