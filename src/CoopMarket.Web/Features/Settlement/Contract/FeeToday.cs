using System.Data.Common;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>
/// The fee that stands at the foot of every page. The rules are kept for ten minutes, so that no page has a question more:
/// a new one begins on the next day at the earliest.
/// </summary>
internal sealed class FeeToday(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Keeps = TimeSpan.FromMinutes(10);

    private Reading? _last;

    /// <summary>Basis points of the goods (100 = 1 %). Never fails: where the database doesn't answer, as last known, or as usual.</summary>
    public async ValueTask<int> BasisPointsAsync()
    {
        var now = time.Now();
        var reading = _last;
        if (reading is null || now - reading.At >= Keeps || now < reading.At)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var fees = scope.ServiceProvider.GetRequiredService<FeeRules>();
                _last = reading = new(now, await fees.InForceAsync(now, default), await fees.ComingAsync(now, default));
            }
            catch (DbException)
            {
                // Who reads why nothing works needs no fee.
            }
        }

        return (reading?.ToCome.LastOrDefault(r => r.From <= now) ?? reading?.InForce)?.BasisPoints ?? FeeRule.Usual;
    }

    private sealed record Reading(DateTimeOffset At, FeeRule? InForce, IReadOnlyList<FeeRule> ToCome);
}
