using System.Linq.Expressions;
using PartyRules.Engine.Execution;
using PartyRules.Engine.Model;

namespace PartyRules.Engine.Compilation;

/// <summary>A compiled alternative of a rule. The position says which recursive reading takes only new facts; -1 for none.</summary>
internal delegate void RuleBody(Evaluator evaluator, int position);

/// <summary>
/// Turns one alternative of a rule into one delegate: nested loops over arrays of facts with the conditions inlined, each at the first
/// place where what it names is known. Joins run in the order in which they are written.
/// </summary>
internal sealed class RuleEmitter
{
    private readonly Layout layout;
    private readonly RuleDefinition rule;
    private readonly bool records;
    private readonly bool isRecursive;
    private readonly IReadOnlySet<Type> growing;
    private readonly ParameterExpression evaluator = Expression.Parameter(typeof(Evaluator), "evaluator");
    private readonly ParameterExpression position = Expression.Parameter(typeof(int), "position");
    private readonly List<ParameterExpression> variables = [];
    private readonly List<Expression> prologue = [];
    private readonly List<Expression> premises = [];
    private readonly HashSet<ParameterExpression> matchedFacts = [];

    private RuleEmitter(Layout layout, RuleDefinition rule, bool records, IReadOnlySet<Type> growing)
    {
        this.layout = layout;
        this.rule = rule;
        this.records = records;
        this.growing = growing;
        isRecursive = growing.Count > 0;
    }

    /// <summary>How many readings of facts that grow while the rule runs were met.</summary>
    public int RecursiveReadings { get; private set; }

    /// <summary>One line per element: how it is matched.</summary>
    public List<string> Plan { get; } = [];

    /// <summary>Compiles one alternative.</summary>
    /// <param name="layout">Where facts are kept.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="elements">The alternative.</param>
    /// <param name="actions">What follows from a match.</param>
    /// <param name="records">Whether derivations are recorded.</param>
    /// <param name="growing">The types that the rule's own stratum yields, where it is recursive.</param>
    public static CompiledBody Compile(
        Layout layout, RuleDefinition rule, IReadOnlyList<RuleElement> elements, IReadOnlyList<ActionElement> actions, bool records, IReadOnlySet<Type> growing)
    {
        var emitter = new RuleEmitter(layout, rule, records, growing);
        try
        {
            var body = emitter.Element(elements, 0, () => emitter.Actions(actions));
            var block = Expression.Block(emitter.variables, [.. emitter.prologue, body, Expression.Empty()]);
            var lambda = Expression.Lambda<RuleBody>(block, rule.Name, [emitter.evaluator, emitter.position]);
            return new CompiledBody(lambda.Compile(), emitter.RecursiveReadings, emitter.Plan);
        }
        catch (InvalidOperationException exception)
        {
            throw new RuleDefinitionException(rule.Name, $"it cannot be compiled: {exception.Message} A name may be used only after the element that gives it, and not outside its group.");
        }
    }

    private Expression Element(IReadOnlyList<RuleElement> elements, int index, Func<Expression> then)
    {
        if (index == elements.Count)
            return then();
        Expression Rest() => Element(elements, index + 1, then);
        return elements[index] switch
        {
            MatchElement match => Match(match.Pattern, Rest),
            ExistsElement exists => Exists(exists.Pattern, Rest),
            NotElement not => Not(not.Pattern, [], Rest),
            ForAllElement all => Not(all.Pattern, all.Conditions, Rest),
            LetElement let => Let(let, Rest),
            HavingElement having => Expression.IfThen(Expressions.Prepare(having.Condition), Rest()),
            QueryElement query => Query(query, Rest),
            var other => throw new NotSupportedException($"{other.GetType().Name} is not part of an alternative."),
        };
    }

    private Expression Match(Pattern pattern, Func<Expression> then)
    {
        var reading = Recursive(pattern.Fact.Type);
        premises.Add(pattern.Fact);
        return Loop("match", pattern, RangeOf(pattern.Fact.Type, reading), _ =>
        {
            matchedFacts.Add(pattern.Fact);
            return then();
        });
    }

    private BlockExpression Let(LetElement let, Func<Expression> then)
    {
        Plan.Add($"let {let.Value.Name}");
        return Expression.Block([let.Value], Expression.Assign(let.Value, Expressions.Prepare(let.Expression)), then());
    }

    private BlockExpression Exists(Pattern pattern, Func<Expression> then)
    {
        var reading = Recursive(pattern.Fact.Type);
        var found = Expression.Variable(typeof(bool), "found");
        var range = RangeOf(pattern.Fact.Type, reading, existence: true);
        var witness = Expression.Variable(pattern.Fact.Type, "witness");
        if (records)
            premises.Add(witness);
        var search = Any("exists", pattern, range, found, records ? witness : null);
        if (reading < 0)
            return Expression.Block([found, witness], search, Expression.IfThen(found, then()));

        // As the reading that takes only new facts, existence counts if it holds now and did not hold before.
        var before = Expression.Variable(typeof(bool), "before");
        var old = Expression.Call(evaluator, nameof(Evaluator.OldCount), null, Expression.Constant(layout.SlotOf(pattern.Fact.Type)));
        var searchOld = Any(null, pattern, (Expression.Constant(0), old), before, null);
        return Expression.Block(
            [found, before, witness],
            Expression.IfThen(Expression.Equal(position, Expression.Constant(reading)), searchOld),
            Expression.IfThen(Expression.Not(before), Expression.Block(search, Expression.IfThen(found, then()))));
    }

    private BlockExpression Not(Pattern pattern, IReadOnlyList<Expression> exceptWhere, Func<Expression> then)
    {
        var found = Expression.Variable(typeof(bool), "found");
        var conditions = exceptWhere.Count == 0
            ? pattern.Conditions
            : [.. pattern.Conditions, Expression.Not(exceptWhere.Aggregate(Expression.AndAlso))];
        var search = Any(exceptWhere.Count == 0 ? "not" : "all", new Pattern(pattern.Fact, conditions), RangeOf(pattern.Fact.Type, -1), found, null);
        return Expression.Block([found], search, Expression.IfThen(Expression.Not(found), then()));
    }

    private BlockExpression Any(string? verb, Pattern pattern, (Expression From, Expression Below) range, ParameterExpression found, ParameterExpression? witness) =>
        Expression.Block(
            Expression.Assign(found, Expression.Constant(false)),
            Loop(verb, pattern, range, stop => Expression.Block(
                Expression.Assign(found, Expression.Constant(true)),
                witness is null ? Expression.Empty() : Expression.Assign(witness, pattern.Fact),
                Expression.Break(stop))));

    /// <summary>A loop over the facts that meet a pattern: by index where a condition equates something of the fact with something known, else by scan.</summary>
    private BlockExpression Loop(string? verb, Pattern pattern, (Expression From, Expression Below) range, Func<LabelTarget, Expression> body)
    {
        var type = pattern.Fact.Type;
        var list = List(type);
        var conditions = pattern.Conditions.SelectMany(Expressions.Conjuncts).ToList();
        var join = EqualityJoin.Among(conditions, pattern.Fact, matchedFacts);
        if (verb is not null)
            Plan.Add(Describe(verb, pattern, join, conditions));

        var i = Expression.Variable(typeof(int), "i");
        var end = Expression.Variable(typeof(int), "end");
        var items = Expression.Variable(type.MakeArrayType(), "items");
        var done = Expression.Label("done");
        var inner = body(done);
        if (conditions.Count > 0)
            inner = Expression.IfThen(Expressions.Prepare(conditions.Aggregate(Expression.AndAlso)), inner);
        inner = Expression.Block([pattern.Fact], Expression.Assign(pattern.Fact, Expression.ArrayIndex(items, i)), inner);

        Expression[] start =
        [
            Expression.Assign(items, Expression.Field(list, nameof(FactList<object>.Items))),
            Expression.Assign(end, range.Below),
        ];
        if (join is null)
        {
            return Expression.Block(
                [i, end, items],
                [
                    .. start,
                    Expression.Assign(i, range.From),
                    Expression.Loop(
                        Expression.Block(
                            Expression.IfThen(Expression.GreaterThanOrEqual(i, end), Expression.Break(done)),
                            inner,
                            Expression.PreIncrementAssign(i)),
                        done),
                ]);
        }

        var (index, useIndex) = Index(type, join.FactKey, pattern.Fact, list);
        var from = Expression.Variable(typeof(int), "from");
        return Expression.Block(
            [i, from, end, items],
            [
                .. start,
                Expression.Assign(from, range.From),
                Expression.Assign(i, Expression.Condition(useIndex, Expression.Call(index, nameof(FactIndex<object, object>.First), null, Expressions.Prepare(join.KnownKey)), from)),
                Expression.Loop(
                    Expression.Block(
                        Expression.IfThen(
                            Expression.Condition(useIndex, Expression.LessThan(i, Expression.Constant(0)), Expression.GreaterThanOrEqual(i, end)),
                            Expression.Break(done)),
                        isRecursive
                            ? Expression.IfThen(Expression.AndAlso(Expression.GreaterThanOrEqual(i, from), Expression.LessThan(i, end)), inner)
                            : inner,
                        Expression.Assign(i, Expression.Condition(
                            useIndex,
                            Expression.Call(index, nameof(FactIndex<object, object>.Next), null, i),
                            Expression.Increment(i)))),
                    done),
            ]);
    }

    private Expression Query(QueryElement query, Func<Expression> then)
    {
        ParameterExpression? sources = records ? Expression.Variable(typeof(List<object>), "sources") : null;
        Func<Func<Expression, Expression>, Expression> source = query.Source switch
        {
            MatchSource match => sink => MatchFrom(match, sources, sink),
            FromSource value => sink => sink(Expressions.Prepare(value.From.Body)),
            _ => throw new NotSupportedException(query.Source.GetType().Name),
        };
        var stream = QueryEmitter.Apply(query.Steps, source);
        if (records)
            premises.Add(Expression.Call(typeof(Evaluator), nameof(Evaluator.PremiseOf), null, Expression.Convert(query.Result, typeof(object)), sources!));
        var loop = stream(result => Expression.Block([query.Result], Expression.Assign(query.Result, result), then()));
        return sources is null ? loop : Expression.Block([sources], Expression.Assign(sources, Expression.New(typeof(List<object>))), loop);
    }

    private BlockExpression MatchFrom(MatchSource match, ParameterExpression? sources, Func<Expression, Expression> sink)
    {
        var fact = Expression.Parameter(match.FactType, match.Conditions.FirstOrDefault()?.Parameters[0].Name ?? "fact");
        var pattern = new Pattern(fact, [.. match.Conditions.Select(condition => Expressions.Apply(condition, fact))]);
        return Loop("query", pattern, RangeOf(match.FactType, -1), _ => sources is null
            ? sink(fact)
            : Expression.Block(Expression.Call(sources, nameof(List<object>.Add), null, Expression.Convert(fact, typeof(object))), sink(fact)));
    }

    private BlockExpression Actions(IReadOnlyList<ActionElement> actions)
    {
        var context = Expression.Call(evaluator, nameof(Evaluator.ContextOf), null, Expression.Constant(rule));
        var services = rule.Dependencies.Select(service => (Expression)Expression.Assign(
            service, Expression.Call(evaluator, nameof(Evaluator.Service), [service.Type])));
        var acts = actions.Select(action => action switch
        {
            YieldElement yield => Yield(yield.Fact, context),
            DoElement act => Expressions.Prepare(Expressions.Apply(act.Action, context)),
            _ => throw new NotSupportedException(action.GetType().Name),
        });
        return Expression.Block(rule.Dependencies, [.. services, .. acts]);
    }

    private Expression Yield(LambdaExpression yield, Expression context)
    {
        var fact = Expressions.Prepare(Expressions.Apply(yield, context));
        var type = yield.ReturnType;
        if (records)
        {
            var matched = Expression.NewArrayInit(typeof(object), premises.Select(premise => Expression.Convert(premise, typeof(object))));
            return Expression.Call(evaluator, nameof(Evaluator.YieldRecorded), null, Expression.Convert(fact, typeof(object)), Expression.Constant(rule), matched);
        }

        return layout.IsPlain(type)
            ? Expression.Call(List(type), nameof(FactList<object>.Add), null, fact)
            : Expression.Call(evaluator, nameof(Evaluator.YieldAny), null, Expression.Convert(fact, typeof(object)));
    }

    private ParameterExpression List(Type type)
    {
        var name = $"facts{layout.SlotOf(type)}";
        var list = variables.FirstOrDefault(variable => variable.Name == name);
        if (list is null)
        {
            list = Expression.Variable(typeof(FactList<>).MakeGenericType(type), name);
            variables.Add(list);
            prologue.Insert(0, Expression.Assign(list, Expression.Call(evaluator, nameof(Evaluator.List), [type], Expression.Constant(layout.SlotOf(type)))));
        }

        return list;
    }

    private (ParameterExpression Index, ParameterExpression UseIndex) Index(Type type, Expression key, ParameterExpression fact, ParameterExpression list)
    {
        var slot = layout.IndexOf(type, Expression.Lambda(Expressions.Prepare(key), fact));
        var name = $"index{slot}";
        var index = variables.FirstOrDefault(variable => variable.Name == name);
        if (index is null)
        {
            index = Expression.Variable(typeof(FactIndex<,>).MakeGenericType(type, key.Type), name);
            var use = Expression.Variable(typeof(bool), "use" + name);
            variables.AddRange([index, use]);
            prologue.Add(Expression.Assign(index, Expression.Convert(Expression.Call(evaluator, nameof(Evaluator.Index), null, Expression.Constant(slot)), index.Type)));
            prologue.Add(Expression.Assign(use, Expression.Call(index, nameof(FactIndex<object, object>.Prepare), null, list)));
        }

        return (index, variables.First(variable => variable.Name == "use" + name));
    }

    private int Recursive(Type type) => growing.Any(yielded => Stratifier.MayBe(yielded, type)) ? RecursiveReadings++ : -1;

    private (Expression From, Expression Below) RangeOf(Type type, int reading, bool existence = false)
    {
        if (reading < 0)
            return (Expression.Constant(0), Expression.Field(List(type), nameof(FactList.Count)));
        Expression[] arguments = [Expression.Constant(layout.SlotOf(type)), Expression.Constant(reading), position];
        return (
            existence ? Expression.Constant(0) : Expression.Call(evaluator, nameof(Evaluator.RangeStart), null, arguments),
            Expression.Call(evaluator, nameof(Evaluator.RangeEnd), null, arguments));
    }

    private static string Describe(string verb, Pattern pattern, EqualityJoin? join, List<Expression> conditions)
    {
        var name = pattern.Fact.Name is { Length: > 0 } given ? $" {given}" : "";
        var how = join is not null ? $" by index on {join.FactKey} = {join.KnownKey}" : "";
        var rest = conditions.Where(condition => join is null || condition != join.Condition).ToList();
        var where = rest.Count == 0 ? "" : $" where {string.Join(" and ", rest)}";
        return $"{verb} {pattern.Fact.Type.Name}{name}{how}{where}";
    }
}

/// <summary>A compiled alternative.</summary>
/// <param name="Run">The delegate.</param>
/// <param name="RecursiveReadings">How many readings of growing facts it has.</param>
/// <param name="Plan">How its elements are matched.</param>
internal sealed record CompiledBody(RuleBody Run, int RecursiveReadings, IReadOnlyList<string> Plan);
