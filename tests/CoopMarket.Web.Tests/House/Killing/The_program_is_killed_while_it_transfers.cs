using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Connect;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.House.Killing;

/// <summary>Faults F2 and F3 with the real program: it is killed between the gateway's yes and its own note of it.</summary>
public sealed class The_program_is_killed_while_it_transfers
{
    [Theory, EveryDatabase]
    internal async Task A_transfer_is_found_again_and_not_made_twice(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var market = connect.Market;
        await connect.FillAsync();
        var coop = await AbleAsync(connect);
        await market.MakePayableAsync(coop.Id, 500_000);
        await market.TransferRunAsync(connect.Payouts.FirstAdmin, (await connect.Payouts.SecondAsync()).Me, coop.Id, (await connect.AccountAsync(coop)).Account);
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Waiting);

        // It is asked for as soon as the program runs. Of the changes of the payout, only that it was paid sets its end; asking may take two tries.
        await using (var node = HaltedProgram.Start(market, "KILL|Executing|1|ended_at = @p", Settings(connect)))
            await node.IsKilledAsync();

        connect.Stripe.Books.Transfers.ShouldHaveSingleItem();
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Asked);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.RoundAsync();

        (await connect.PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        connect.Asked(ConnectMarket.Send).ShouldBe(1);
        connect.Stripe.Books.Transfers.ShouldHaveSingleItem().Amount.ShouldBe(500_000);
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_account_is_found_again_and_not_opened_twice(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var coop = await connect.Market.SellingCoopAsync();
        var manager = await connect.Market.EnrolAsync(coop.Manager);
        await using (var node = HaltedProgram.Start(connect.Market, "KILL|Executing|1|UPDATE settlement_connected_accounts", Settings(connect)))
        {
            using var desk = await node.BrowserAsync(manager);
            await Should.ThrowAsync<HttpRequestException>(() => desk.PostFormAsync("/sell/money/stripe"));
            await node.IsKilledAsync();
        }

        (await connect.AccountAsync(coop)).State.ShouldBe(ConnectState.Asked);
        connect.Market.Clock.Advance(TimeSpan.FromMinutes(30));
        await connect.LookAsync();

        (await connect.AccountAsync(coop)).Account.ShouldBe(connect.Stripe.Books.Accounts.ShouldHaveSingleItem().Id);
    }

    // No clock is moved: the program goes by the machine's.
    private static async Task<SellingCoop> AbleAsync(ConnectMarket connect)
    {
        var coop = await connect.Market.SellingCoopAsync();
        (await connect.GoAsync(coop)).IsDone.ShouldBeTrue();
        await connect.Stripe.ChangeAccountAsync((await connect.AccountAsync(coop)).Account);
        await connect.LookAsync();
        DateTimeOffset? since = connect.Market.Clock.GetUtcNow() - PayoutDue.AccountWaits;
        await connect.Market.InDbAsync(db => db.Set<ConnectedAccount>().ExecuteUpdateAsync(s => s.SetProperty(a => a.AbleSince, since)));
        return coop;
    }

    private static (string, string)[] Settings(ConnectMarket connect)
        => [.. connect.Stripe.Settings.Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)), ("Stripe__Connect", "true")];
}
