using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Complaints.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Complaints;

/// <summary>When it is forgotten who complained, what then remains, and that readers are told so.</summary>
public sealed class Complaints_are_kept_no_longer_than_needed
{
    [Theory, EveryDatabase]
    internal async Task Three_years_after_it_was_settled_a_guests_name_goes_and_the_words_stay(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, admin) = (await market.LiveProductAsync(), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var (settled, _) = await market.ComplainAsync(market.Form(product.Product));
        var (open, _) = await market.ComplainAsync(market.Form(product.Product));
        (await market.SendAsync(new SettleComplaint.Command(admin, settled.Id, "Gửi lại hũ khác."))).IsDone.ShouldBeTrue();
        var then = market.Clock.GetUtcNow();

        await MoveToAsync(then.AddMonths(36).AddDays(-1));
        (await market.ComplaintAsync(settled.Code)).Name.ShouldBe("Hạnh");
        await MoveToAsync(then.AddMonths(36).AddDays(1));

        var gone = await market.ComplaintAsync(settled.Code);
        (gone.Name, gone.Email, gone.Phone, gone.Person, gone.IsNamed).ShouldBe(("", "", "", null, false));
        gone.Moves.Select(m => m.Words).ShouldBe(["Hũ vỡ nắp khi tới nơi.", "Gửi lại hũ khác."]);
        (await market.ComplaintAsync(open.Code)).Name.ShouldBe("Hạnh", "nobody has settled it");
        (await market.SendAsync(new ForgetComplaint.Command(Actor.Job("test"), settled.Id))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new ForgetComplaint.Command(Actor.Job("test"), open.Id))).Refusal.ShouldBe(new NotFound());
        using var office = await market.ClientFor(admin.Person!.Value);
        (await office.OpenAsync("/admin/complaints/" + settled.Id)).Body!.TextContent.ShouldNotContain("hanh@thu.test");

        async Task MoveToAsync(DateTimeOffset moment)
        {
            market.Clock.Advance(moment - market.Clock.GetUtcNow());
            await market.RoundAsync<ForgetComplaints>();
        }
    }

    [Theory]
    [InlineData("", "3 năm từ khi giải quyết xong")]
    [InlineData("/en", "3 years after it was settled")]
    [InlineData("/fr", "3 ans après leur règlement")]
    public async Task The_market_says_how_long(string language, string words)
    {
        Complaint.MonthsToRemember.ShouldBe(36, "the page says so");
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var guest = market.Guest();
        (await guest.OpenAsync(language + "/privacy")).QuerySelector("main")!.TextContent.ShouldContain(words);
    }
}
