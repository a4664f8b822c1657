using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Passkeys for tests of any area.</summary>
internal static class PasskeysFactory
{
    /// <summary>Adds a passkey by the real commands, as a person does who has just proved who she is.</summary>
    public static async Task<FactorSetUp> AddKeyAsync(this Market market, PersonId person, SoftKey key, string name = "Điện thoại")
    {
        var actor = Actor.Of(person, "127.0.0.1", market.Clock.Now());
        var question = (await market.SendAsync(new OfferPasskey.Query(actor))).ShouldNotBeNull();
        return (await market.SendAsync(new AddPasskey.Command(actor, name, new(question.Ticket, key.Make(question.Options)), "test"))).Value;
    }

    /// <summary>A device with a passkey of the person.</summary>
    public static async Task<SoftKey> KeyOfAsync(this Market market, PersonId person)
    {
        var key = new SoftKey();
        await market.AddKeyAsync(person, key);
        return key;
    }

    /// <summary>Puts a device's passkey beside a person's account and changes nothing else: her sessions go on.</summary>
    /// <returns>The id by which the market knows it.</returns>
    public static Task<Guid> PlantAsync(this Market market, PersonId person, SoftKey key) => market.WithAsync<IServiceProvider, Guid>(async services =>
    {
        var (db, passkeys) = (services.GetRequiredService<MarketDb>(), services.GetRequiredService<Passkeys>());
        var account = await db.Set<Account>().SingleAsync(a => a.Id == person.Value);
        var question = await passkeys.OfferAsync(account);
        passkeys.Add(account, (await passkeys.MadeAsync(passkeys.Offered(question.Ticket, account)!, key.Make(question.Options)))!, "Điện thoại");
        await db.SaveChangesAsync();
        return await db.Set<Passkey>().Where(p => p.CredentialId == key.Id).Select(p => p.Id).SingleAsync();
    });

    /// <summary>The id by which the market knows a device's passkey.</summary>
    public static Task<Guid> IdOfAsync(this Market market, SoftKey key)
        => market.InDbAsync(db => db.Set<Passkey>().Where(p => p.CredentialId == key.Id).Select(p => p.Id).SingleAsync());
}
