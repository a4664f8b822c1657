using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Certificates;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Certificates;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Reviews;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Connect;
using CoopMarket.Web.Tests.Settlement.Payouts;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Admin;

/// <summary>What takes two people takes two also where one woman is both an admin and at a cooperative's desk, or buys herself.</summary>
public sealed class Nobody_decides_her_own_affair
{
    private static readonly RequestChange.Form Elsewhere = new()
    {
        TaxCode = "5500123456",
        Representative = "Lò Thị Pâng",
        BankBin = "970436",
        BankAccount = "0011223344",
        BankAccountName = "HTX moi",
    };

    [Theory, EveryDatabase]
    internal async Task Nobody_approves_the_bank_account_that_she_asked_for_or_typed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (asks, types, other) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var coop = await market.SellingCoopAsync();
        await market.SeatAsync(coop.Id, asks, MemberRole.Manager);
        await market.SeatAsync(coop.Id, types, MemberRole.Manager);
        (await market.SendAsync(new RequestChange.Command(await market.ProvedAsync(asks), coop.Id, Elsewhere))).IsDone.ShouldBeTrue();
        var change = (await market.RowsAsync<SellerApplication>()).Single(a => a.IsChange).Id;
        (await market.ApproveAsync(asks, change)).Refusal.ShouldBe(new OwnAffair());
        (await market.ApproveAsync(types, change)).Refusal.ShouldBe(new OwnAffair(), "she sits at its desk");

        // Whoever leaves the desk is not another for it.
        (await market.SendAsync(new RequestChange.Command(await market.ProvedAsync(types), coop.Id, Elsewhere with { BankAccount = "55667788" }))).IsDone.ShouldBeTrue();
        foreach (var leaves in new[] { asks, types })
        {
            (await market.SendAsync(new LeaveDesk.Command(Actor.Of(leaves, ""), coop.Id))).IsDone.ShouldBeTrue();
            (await market.ApproveAsync(leaves, change)).Refusal.ShouldBe(new OwnAffair());
        }

        (await market.RowsAsync<Cooperative>()).Single().BankAccount.ShouldBe("7900205123456");
        (await market.ApproveAsync(other, change)).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Cooperative>()).Single().BankAccount.ShouldBe("55667788");
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_takes_herself_on_as_a_seller(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = await market.PersonAsync(isAdmin: true);
        var application = await market.HandInAsync(admin);

        (await market.ApproveAsync(admin, application)).Refusal.ShouldBe(new OwnAffair());
        (await market.ApproveAsync(await market.PersonAsync(isAdmin: true), application)).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_lets_a_run_go_to_the_bank_in_which_her_cooperative_is_paid(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var (hers, others) = (await payouts.CooperativeAsync(), await payouts.CooperativeAsync());
        await payouts.EarnAsync(hers.Id);
        await payouts.EarnAsync(others.Id);
        await payouts.Market.SeatAsync(hers.Id, (await payouts.SecondAsync()).Me, MemberRole.Packer);
        var run = await payouts.DraftAsync();

        (await payouts.ApproveAsync(run)).Refusal.ShouldBe(new OwnAffair());
        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(0);
        var position = (await payouts.PayoutsAsync()).Single(p => p.Cooperative == hers.Id).Position;
        (await payouts.Market.SendAsync(new LeaveOutPayouts.Command(await payouts.FirstAsync(), run, position))).IsDone.ShouldBeTrue();
        (await payouts.ApproveAsync(run)).IsDone.ShouldBeTrue("what is left is not hers");
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_agrees_that_a_large_amount_goes_back_to_herself_or_from_her_cooperative(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (buys, packs) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var cloth = await market.LiveProductAsync(price: 6_000_000);
        await market.SeatAsync(cloth.Cooperative, packs, MemberRole.Packer);
        var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((cloth.Variant, 1)), actor: Actor.Of(buys, "")));
        var order = await market.OrderAsync(placed.Value.Code);
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();
        var part = order.Parts[0];
        (await market.SendAsync(new DeclineLine.Command(Actor.Of(cloth.Manager, ""), cloth.Cooperative, part.Id, part.Lines[0].Id, 1, "Hết"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        foreach (var due in (await market.RowsAsync<RefundDue>()).Where(r => r.SellerOrder is not null && r.Left.Minor > 5_000_000))
        {
            foreach (var concerned in new[] { buys, packs })
                (await market.SendAsync(new AgreeToRefund.Command(await market.ProvedAsync(concerned), due.Id))).Refusal.ShouldBe(new OwnAffair());
            (await market.SendAsync(new AgreeToRefund.Command(await market.ProvedAsync(await market.PersonAsync(isAdmin: true)), due.Id))).IsDone.ShouldBeTrue();
        }

        (await market.RowsAsync<RefundDue>()).Count(r => r.AgreedBy is not null).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_agrees_to_or_drops_what_is_taken_back_of_her_cooperatives_transfer(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await connect.FillAsync(20_000_000);
        var coop = await connect.ConnectedAsync();
        await connect.Payouts.EarnAsync(coop.Id, goods: 12_000_000);
        var run = await connect.Payouts.SendAsync();
        await connect.RoundAsync();
        (await connect.TakeBackAsync(await connect.Payouts.FirstAsync(), run, "6.000.000")).IsDone.ShouldBeTrue();
        var (second, waits) = (await connect.Payouts.SecondAsync(), (await connect.ReversalsAsync()).Single(r => r.State == ReversalState.Proposed).Id);
        await connect.Market.SeatAsync(coop.Id, second.Me, MemberRole.Manager);

        (await connect.Market.SendAsync(new AgreeToReversal.Command(second, waits))).Refusal.ShouldBe(new OwnAffair());
        (await connect.Market.SendAsync(new DropReversal.Command(second, waits))).Refusal.ShouldBe(new OwnAffair());
        (await connect.Market.SendAsync(new AgreeToReversal.Command(await connect.Market.ProvedAsync(await connect.Market.PersonAsync(isAdmin: true)), waits))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_lets_her_cooperatives_goods_words_and_papers_into_the_shop(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await market.SendAsync(new EnsureForbiddenWords.Command(Actor.Job("test")))).IsDone.ShouldBeTrue();
        var coop = await market.NewSellerAsync();
        var (hers, other) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        await market.SeatAsync(coop.Id, hers, MemberRole.Storyteller);

        var desk = new DeskOf(market, coop);
        var product = await desk.WholeAsync();
        (await desk.SubmitAsync(product)).IsDone.ShouldBeTrue();
        var hash = (await market.SendAsync(new ReviewProduct.Query(Actor.Of(hers, ""), product)))!.Hash;
        await RefusedToHerAloneAsync(admin => new ApproveProduct.Command(admin, product, hash));

        var garlic = await market.LiveProductAsync(seller: coop, name: "Tỏi ngâm");
        (await market.SendAsync(DescribeProduct.Command.Of(
            DeskFactory.Manager(garlic), coop.Id, garlic.Product, new() { NameVi = "Tỏi ngâm", Category = garlic.Category, LineVi = "Chữa bệnh tiểu đường.", DescriptionVi = "Tỏi." }))).IsDone.ShouldBeTrue();
        var held = (await market.SendAsync(new ReviewProduct.Query(Actor.Of(hers, ""), garlic.Product)))!.Product.Held!.Hash;
        await RefusedToHerAloneAsync(admin => new AllowHeldTexts.Command(admin, garlic.Product, held));

        var story = await market.LiveStoryAsync(coop, "Bếp ủ", garlic.Product);
        (await market.SendAsync(new WriteStory.Command(Actor.Of(coop.Manager, ""), coop.Id, story, new("Bếp ủ"), new("Câu mở."), new("Chữa bệnh tiểu đường."), null, [garlic.Product]))).IsDone.ShouldBeTrue();
        var changed = (await market.RowsAsync<Story>()).Single(s => s.Id == story).ChangedAt;
        await RefusedToHerAloneAsync(admin => new LetStory.Command(admin, story, changed));
        (await market.SendAsync(new ForbidStory.Command(Actor.Of(other, ""), story, "Ảnh của người khác"))).IsDone.ShouldBeTrue();
        await RefusedToHerAloneAsync(admin => new AllowStory.Command(admin, story));

        var dear = DeskOf.Jar;
        dear.Price = "190.000";
        (await desk.SaveAsync(garlic.Product, dear, garlic.Variant)).IsDone.ShouldBeTrue();
        var edit = (await market.RowsAsync<ProductEdit>()).First(e => e.SeenAt is null);
        await RefusedToHerAloneAsync(admin => new LookAtEdit.Command(admin, edit.Id, edit.At));

        var paper = await market.CertificateAsync(garlic);
        var seen = (await market.SendAsync(new LookAtCertificate.Query(Actor.Of(hers, ""), paper)))!.Hash;
        await RefusedToHerAloneAsync(admin => new ConfirmCertificate.Command(admin, paper, seen));

        async Task RefusedToHerAloneAsync(Func<Actor, ICommand> decide)
        {
            (await market.SendAsync(decide(Actor.Of(hers, "")))).Refusal.ShouldBe(new OwnAffair(), decide(Actor.Of(hers, "")).ToString());
            (await market.SendAsync(decide(Actor.Of(other, "")))).IsDone.ShouldBeTrue();
        }
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_judges_between_her_cooperative_and_its_buyers(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (hers, other) = (Actor.Of(await market.PersonAsync(isAdmin: true), ""), Actor.Of(await market.PersonAsync(isAdmin: true), ""));
        var garlic = await market.ReviewedAsync(1);
        await market.SeatAsync(garlic.Cooperative, hers.Me, MemberRole.Manager);

        var review = (await market.RowsAsync<CoopMarket.Domain.Reviews.Review>()).Single().Id;
        (await market.SendAsync(new HideReview.Command(hers, review, "Không hay"))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new HideReview.Command(other, review, "Không hay"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new KeepReview.Command(hers, review, "Hay"))).Refusal.ShouldBe(new OwnAffair());

        var (complaint, _) = await market.ComplainAsync(market.Form(garlic.Product));
        (await market.SendAsync(new AnswerComplaint.Command(hers, complaint.Id, "Chợ đang xem."))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new ExtendComplaint.Command(hers, complaint.Id, VietnamDay.Of(complaint.SettleBy).AddDays(7), "Chưa xong"))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new SettleComplaint.Command(hers, complaint.Id, "Đã trả."))).Refusal.ShouldBe(new OwnAffair());
        var filed = await market.SendAsync(FileComplaint.Command.Of(other, market.Form(kind: ComplaintKind.RefundMissing)));
        var own = (await market.ComplaintAsync(filed.Value.Code)).Id;
        (await market.SendAsync(new AnswerComplaint.Command(other, own, "Chợ đang xem."))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new ExtendComplaint.Command(other, own, VietnamDay.Of(complaint.SettleBy).AddDays(7), "Chưa xong"))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new SettleComplaint.Command(other, own, "Đã trả."))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new SettleComplaint.Command(other, complaint.Id, "Đã trả."))).IsDone.ShouldBeTrue();

        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 1, deliver: false);
        var part = sold.Order.Parts[0].Id;
        await market.SeatAsync(sold.Cooperative, other.Me, MemberRole.Manager);
        market.Clock.Advance(TimeSpan.FromDays(10));
        (await market.SendAsync(new BuyerNotArrived.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ConfirmLoss.Command(other, sold.Order.Code, part))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new ConfirmArrival.Command(other, sold.Order.Code, part))).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(new ConfirmArrival.Command(hers, sold.Order.Code, part))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_says_that_money_came_for_her_cooperatives_order_or_for_her_own(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (packs, buys, other) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var garlic = await market.LiveProductAsync(onHand: 10);
        await market.SeatAsync(garlic.Cooperative, packs, MemberRole.Packer);
        var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), actor: Actor.Of(buys, "")));
        var order = await market.OrderAsync(placed.Value.Code);
        await market.ReceiveAsync(order.Total.Minor, "tien la", reference: "STRAY");
        var stray = (await market.RowsAsync<MoneyIn>()).Single().Id;

        foreach (var concerned in new[] { packs, buys })
        {
            (await RecordAsync(concerned)).Refusal.ShouldBe(new OwnAffair());
            (await market.SendAsync(new AssignMoney.Command(Actor.Of(concerned, ""), stray, order.Code))).Refusal.ShouldBe(new OwnAffair());
        }

        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.AwaitingPayment);
        (await RecordAsync(other)).IsDone.ShouldBeTrue();

        async Task<Outcome<MoneyInId>> RecordAsync(PersonId admin) => await market.SendAsync(new RecordTransfer.Command(
            await market.ProvedAsync(admin), "FT99", $"{order.Total.Minor}", order.Code, VietnamDay.Of(market.Clock.GetUtcNow()), IsAnother: true));
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_says_that_a_payout_to_her_cooperative_failed_or_lets_it_sell_again(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var hers = await payouts.CooperativeAsync();
        await payouts.EarnAsync(hers.Id);
        var run = await payouts.SendAsync();
        var (second, position) = (await payouts.SecondAsync(), (await payouts.PayoutsAsync()).Single().Position);
        await payouts.Market.SeatAsync(hers.Id, second.Me, MemberRole.Packer);

        (await payouts.Market.SendAsync(new RecordPayoutResult.Command(second, run, position, IsPaid: false, Reason: "sai số"))).Refusal.ShouldBe(new OwnAffair());
        (await payouts.Market.SendAsync(new RecordPayoutResult.Command(await payouts.FirstAsync(), run, position, IsPaid: false, Reason: "sai số"))).IsDone.ShouldBeTrue();

        (await payouts.Market.SendAsync(new SuspendSeller.Command(second, hers.Application, "Kiểm tra"))).IsDone.ShouldBeTrue("to stop her own is no favor");
        (await payouts.Market.SendAsync(new ReopenSeller.Command(second, hers.Application, "Đã rõ"))).Refusal.ShouldBe(new OwnAffair());
        (await payouts.Market.SendAsync(new ReopenSeller.Command(await payouts.FirstAsync(), hers.Application, "Đã rõ"))).IsDone.ShouldBeTrue();
    }
}
