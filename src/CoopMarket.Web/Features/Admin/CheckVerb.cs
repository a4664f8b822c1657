using CoopMarket.Web.Features.Admin.Invariants;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Admin;

/// <summary><c>check</c>: looks at the ledger's and the data's invariants and prints each with its figure; changes nothing. Ends with 1 where one is broken; a message that never ends is I6's.</summary>
internal sealed class CheckVerb(Check check) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var lines = await check.RunAtRestAsync(cancellationToken);
        foreach (var line in lines)
            Console.WriteLine($"{(!line.Holds ? "WRONG" : line.IsCompared ? "ok   " : "wait ")}  {line.Name}: {line.Figure}");
        var (wrong, open) = (lines.Count(l => !l.Holds), lines.Count(l => !l.IsCompared));
        Console.WriteLine(wrong > 0 ? $"{wrong} of {lines.Count} invariants do not hold."
            : open > 0 ? $"No invariant is broken, but {open} of {lines.Count} could not be compared while messages are on their way: check again once the market has served for a minute."
            : "All invariants hold.");
        return wrong == 0 ? 0 : 1;
    }
}

/// <summary>Runs the check once a day and tells the admins when something does not hold.</summary>
internal sealed class DailyCheck(Check check, Alerts alerts) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var wrong = (await check.RunAtRestAsync(cancellationToken)).Where(l => !l.Holds).ToList();
        if (wrong.Count > 0)
            await alerts.RaiseAsync(AlertKind.CheckFailed, string.Join("\n", wrong.Select(l => $"{l.Name}: {l.Figure}")), cancellationToken);
    }
}

/// <summary>Registers the check and what it looks at.</summary>
internal static class CheckRegistration
{
    public static IServiceCollection AddCheck(this IServiceCollection services)
    {
        services.AddScoped<Check>().AddVerb<CheckVerb>("check").AddEvery<DailyCheck>(TimeSpan.FromDays(1));
        return services
            .AddScoped<IInvariant, EveryEntryBalances>()
            .AddScoped<IInvariant, LedgerMeetsPayments>()
            .AddScoped<IInvariant, SharesAddUp>()
            .AddScoped<IInvariant, TaxAddsUp>()
            .AddScoped<IInvariant, CarriersOweWhatTheyHave>()
            .AddScoped<IInvariant, PaidOnce>()
            .AddScoped<IInvariant, CardsMeetCharges>().AddScoped<IInvariant, PayoutsAreCovered>()
            .AddScoped<IInvariant, PartsSumToTheWhole>().AddScoped<IInvariant, IncomeAddsUp>()
            .AddScoped<IInvariant, StockEqualsItsMoves>()
            .AddScoped<IInvariant, AheadIsOwed>().AddScoped<IInvariant, LotsAddUp>()
            .AddScoped<IInvariant, MessagesEnd>().AddScoped<IInvariant, AuditIsWhole>()
            .AddScoped<IInvariant, NothingDangles>();
    }
}
