using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House;

/// <summary>Messages come at least once, their effects once, whoever dies or comes back in between.</summary>
public sealed class Messages_are_delivered_once
{
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromMinutes(3);

    [Theory, EveryDatabase]
    internal async Task What_fails_rests_longer_each_time_is_parked_and_goes_when_an_admin_says_so(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Of(await market.RegisteredAsync(isAdmin: true), "127.0.0.1");
        await market.DeliverAsync();
        (await market.SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), "Lò Thị Mai", AccountsFactory.NewEmail(), AccountsFactory.Password, "vi"))).IsDone.ShouldBeTrue();
        market.Post.Fault = new IOException("the mail server is away");

        List<TimeSpan> rests = [];
        for (var tries = 1; tries <= Deliver.MostAttempts; tries++)
        {
            await market.DeliverAsync();
            var row = (await market.RowsAsync<OutboxRow>()).Single(r => r.State != OutboxState.Done);
            row.Attempts.ShouldBe(tries);
            row.LastError.ShouldBe("IOException: the mail server is away");
            rests.Add(row.DueAt - market.Clock.GetUtcNow());
            await market.DeliverAsync();
            (await market.RowsAsync<OutboxRow>()).Single(r => r.State != OutboxState.Done).Attempts.ShouldBe(tries, "it is not due yet");
            market.Clock.Advance(rests[^1]);
        }

        rests.ShouldBe(rests.OrderBy(r => r));
        rests.Distinct().Count().ShouldBe(Deliver.MostAttempts);
        var parked = (await market.RowsAsync<OutboxRow>()).Single(r => r.State == OutboxState.Parked);
        market.Clock.Advance(TimeSpan.FromDays(2));
        await market.DeliverAsync();
        (await market.RowsAsync<OutboxRow>()).Single(r => r.Id == parked.Id).State.ShouldBe(OutboxState.Parked);

        market.Post.Fault = null;
        (await market.SendAsync(new RetryMessage.Command(admin, parked.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.RowsAsync<OutboxRow>()).Single(r => r.Id == parked.Id).State.ShouldBe(OutboxState.Done);
        (await market.SendAsync(new RetryMessage.Command(admin, parked.Id))).Refusal.ShouldBeOfType<MessageNotParked>();
    }

    [Theory, EveryDatabase]
    internal async Task A_mail_that_is_out_when_the_program_stops_is_not_sent_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await market.SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), "Lò Thị Mai", AccountsFactory.NewEmail(), AccountsFactory.Password, "vi"))).IsDone.ShouldBeTrue();
        using CancellationTokenSource stopping = new();
        market.Post.Meanwhile = stopping.CancelAsync;
        var deliver = market.Services.GetRequiredService<Deliver>();

        while (!stopping.IsCancellationRequested && await deliver.RunAsync(ReactionKind.Writes, CancellationToken.None) + await SendAsync() > 0)
        {
        }

        market.Post.Meanwhile = null;
        market.Post.Letters.Count.ShouldBe(1);
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();
        market.Post.Letters.Count.ShouldBe(1);
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done);

        async Task<int> SendAsync()
        {
            try
            {
                return await deliver.RunAsync(ReactionKind.CallsOut, stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return 1;
            }
        }
    }

    [Theory, EveryDatabase]
    internal async Task Who_comes_back_after_her_lease_changes_nothing(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await TellOfMoneyAsync(market, 1);
        var zombie = market.Services.GetRequiredService<Deliver>();
        var claimed = await zombie.ClaimAsync(ReactionKind.Writes, default);
        claimed.ShouldNotBeEmpty();
        await market.DeliverAsync();
        (await market.RowsAsync<JournalEntry>()).ShouldBeEmpty("the lease holds the others off");

        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();
        var entries = (await market.RowsAsync<JournalEntry>()).Count;
        entries.ShouldBeGreaterThan(0);
        foreach (var row in claimed)
            await zombie.DeliverAsync(row, ReactionKind.Writes, default);

        (await market.RowsAsync<JournalEntry>()).Count.ShouldBe(entries);
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done && r.LastError == null);
    }

    /// <summary>What is booked is booked once even without the fence; what is only counted shows whether it stands.</summary>
    [Theory, EveryDatabase]
    internal async Task Who_comes_back_after_her_lease_counts_nothing_twice(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);

        var (once, after) = await ComesBackAsync(market, market.Services);

        after.ShouldBe(once);
    }

    /// <summary>The broken twin: whether the row is still hers isn't asked when it is marked done.</summary>
    [Theory, EveryDatabase]
    internal async Task Who_comes_back_where_no_fence_stands_would_count_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await using var twin = BrokenTwin.Loosened(market, new Loose(@"(UPDATE ""?outbox_rows""?[\s\S]*WHERE [^=]* = @\w+) AND [\s\S]*$", "$1"));

        var (once, after) = await ComesBackAsync(market, twin.Services);

        after.ShouldBeGreaterThan(once);
    }

    // A node claims what a new name has to tell, stays away until others have told it, and goes on.
    private static async Task<(long Once, long After)> ComesBackAsync(Market market, IServiceProvider hers)
    {
        var category = await market.CategoryAsync();
        await market.LiveProductAsync(category: category);
        var admin = Actor.Of(await market.RegisteredAsync(isAdmin: true), "");
        await market.DeliverAsync();
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await market.SendAsync(new RenameCategory.Command(admin, category, "Quà Tết", "New Year gifts", null))).IsDone.ShouldBeTrue();
        var claimed = await market.Services.GetRequiredService<Deliver>().ClaimAsync(ReactionKind.Writes, default);
        claimed.ShouldNotBeEmpty();
        market.Clock.Advance(LongerThanALease);
        await market.DeliverAsync();
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done);
        var once = await CountAsync();
        once.ShouldBeGreaterThan(0);
        foreach (var row in claimed)
            await hers.GetRequiredService<Deliver>().DeliverAsync(row, ReactionKind.Writes, default);
        return (once, await CountAsync());

        async Task<long> CountAsync() => (await market.RowsAsync<ShopChanges>()).Sum(c => c.Count);
    }

    [Theory, EveryDatabase]
    internal async Task Two_nodes_at_once_book_each_payment_once(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await TellOfMoneyAsync(market, 30);
        var nodes = Enumerable.Range(0, 2).Select(_ => ActivatorUtilities.CreateInstance<Deliver>(market.Services)).ToList();

        await Task.WhenAll(nodes.Select(n => Task.Run(async () =>
        {
            while (await n.RunAsync(ReactionKind.Writes, default) > 0)
            {
            }
        })));
        await market.DeliverAsync();

        (await market.RowsAsync<JournalEntry>()).Count(e => e.Kind == EntryKind.MoneyIn).ShouldBe(30);
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done);
    }

    [Theory, EveryDatabase]
    internal async Task A_slow_node_sends_no_mail_that_another_took_over(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);

        var (letters, people) = await SlowlyAsync(market, (node, row) => node.DeliverAsync(row, ReactionKind.CallsOut, default));

        letters.Count.ShouldBe(people);
        letters.Distinct().Count().ShouldBe(people);
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done && r.LastError == null);
    }

    [Theory, EveryDatabase]
    internal async Task A_slow_node_that_did_not_renew_its_lease_would_send_some_twice(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);

        var (letters, people) = await SlowlyAsync(market, async (node, row) =>
        {
            await using var scope = market.Services.CreateAsyncScope();
            await node.HandleAsync(row, scope.ServiceProvider, default);
        });

        letters.Count.ShouldBeGreaterThan(people);
        letters.Distinct().Count().ShouldBe(people);
    }

    [Theory, EveryDatabase]
    internal async Task What_only_waited_while_nodes_were_slow_has_all_its_attempts(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await market.SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), "Lò Thị Mai", AccountsFactory.NewEmail(), AccountsFactory.Password, "vi"))).IsDone.ShouldBeTrue();
        for (var i = 0; i <= Deliver.MostAttempts; i++)
        {
            (await ActivatorUtilities.CreateInstance<Deliver>(market.Services).ClaimAsync(ReactionKind.CallsOut, default)).ShouldNotBeEmpty();
            market.Clock.Advance(LongerThanALease);
        }

        market.Post.FailsOnce = true;
        await market.DeliverAsync();

        var row = (await market.RowsAsync<OutboxRow>()).Single(r => r.LastError is not null);
        (row.State, row.Attempts).ShouldBe((OutboxState.Pending, 1));
    }

    // One node claims all mails and needs half a minute for each; when its lease has run out another node comes by.
    private static async Task<(IReadOnlyList<Guid> Letters, int People)> SlowlyAsync(Market market, Func<Deliver, OutboxRow, Task> deliver)
    {
        const int people = 8;
        for (var i = 0; i < people; i++)
            (await market.SendAsync(new RegisterAccount.Command(Actor.Guest("127.0.0.1"), "Lò Thị Mai", AccountsFactory.NewEmail(), AccountsFactory.Password, "vi"))).IsDone.ShouldBeTrue();
        var (slow, other) = (ActivatorUtilities.CreateInstance<Deliver>(market.Services), ActivatorUtilities.CreateInstance<Deliver>(market.Services));
        var claimed = await slow.ClaimAsync(ReactionKind.CallsOut, default);
        claimed.Count.ShouldBe(people);
        market.Post.Meanwhile = async () =>
        {
            market.Clock.Advance(TimeSpan.FromSeconds(30));
            if (market.Post.Letters.Count != people - 2)
                return;
            market.Post.Meanwhile = null;
            await other.RunAsync(ReactionKind.CallsOut, default);
        };

        foreach (var row in claimed)
            await deliver(slow, row);
        return ([.. market.Post.Letters.Select(l => l.Id)], people);
    }

    // Bank lines that were stored and whose messages still wait.
    private static async Task TellOfMoneyAsync(Market market, int lines)
    {
        using var client = market.CreateClient();
        for (var i = 0; i < lines; i++)
            (await client.TellAsync(PaymentsFactory.Body(100_000 + i, "khong co ma"))).EnsureSuccessStatusCode();
        (await market.InDbAsync(db => db.Set<OutboxRow>().CountAsync(r => r.State == OutboxState.Pending))).ShouldBeGreaterThanOrEqualTo(lines);
    }
}
