using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Second factors for tests of any area.</summary>
internal static class FactorsFactory
{
    /// <summary>What the app of everybody who has one holds.</summary>
    public static readonly byte[] Secret = [.. "12345678901234567890"u8];

    /// <summary>Sets her second factor up, as if her app had <see cref="Secret"/>; nothing if she has one.</summary>
    public static async Task<PersonId> EnrolAsync(this Market market, PersonId person)
    {
        await market.WithAsync<IServiceProvider, int>(async services =>
        {
            var db = services.GetRequiredService<MarketDb>();
            if (!await db.Set<Authenticator>().AnyAsync(a => a.AccountId == person.Value))
                services.GetRequiredService<Factors>().Add(await db.Set<Account>().SingleAsync(a => a.Id == person.Value), Secret, 0);
            return await db.SaveChangesAsync();
        });
        return person;
    }

    /// <summary>What her app shows now, or some half minutes from now.</summary>
    public static string CodeNow(this Market market, int steps = 0) => Totp.CodeAt(Secret, Totp.StepAt(market.Clock.GetUtcNow()) + steps);

    /// <summary>A person who has just signed in by her password.</summary>
    public static Actor Proved(this Market market, PersonId person) => Actor.Of(person, "127.0.0.1", market.Clock.Now());

    /// <summary>A person who has just given the code of her second factor.</summary>
    public static async Task<Actor> ProvedAsync(this Market market, PersonId person)
        => Actor.Of(await market.EnrolAsync(person), "127.0.0.1", market.Clock.Now());
}
