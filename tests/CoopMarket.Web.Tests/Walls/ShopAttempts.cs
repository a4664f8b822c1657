using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>How the shop, an account and an application are used.</summary>
internal static class ShopAttempts
{
    private const string NewPassword = "xôi ngũ sắc Sơn La";

    public static IEnumerable<(string Route, Attempt Attempt)> All => [.. Reading, .. Choosing, .. Account, .. Orders, .. Application];

    private static IEnumerable<(string, Attempt)> Reading =>
    [
        .. new[] { "/", "/products", "/stories", "/cooperatives", "/search", "/search/suggest", "/healthz", "/readyz", "/sitemap.xml", "/feeds/google.xml", "/feeds/facebook.csv", "/robots.txt", "/manifest.webmanifest", "/sw.js", "/offline", "/cart" }
            .Select(a => ($"GET {a} -", new Attempt(a))),
        .. new[] { "/account/code", "/account/forgotten", "/account/register", "/account/sign-in" }.Select(a => ($"GET {a} -", new Attempt(a))),
        ("GET /account/sign-out -", new("/account/sign-out") { Answer = 302 }),
        ("GET /cart/add -", new("/cart/add") { Answer = 302 }),
        ("GET /checkout -", new("/checkout") { Before = BasketAsync }),
        ("GET /checkout/delivery -", new("/checkout/delivery") { Answer = 302 }),
        ("GET /c/{slug} -", new((world, _) => "/c/" + world.CategorySlug)),
        ("GET /income/{secret:length(22)} -", new(side => "/income/" + side.MemberSecret)),
        ("GET /q/{code:length(10,40)} -", new(side => "/q/" + side.LotCode)),
        ("GET /p/{slug} -", new(side => "/p/" + side.LiveSlug)),
        ("GET /p/{slug}/reviews -", new(side => $"/p/{side.LiveSlug}/reviews")),
        ("GET /complain -", new("/complain")),
        ("GET /complaints/{code:length(1,40)}/{secret:length(22)} -", new(side => "/complaints/" + side.ComplaintPath)),
        ("GET /reviews/{id:guid}/report -", new(side => $"/reviews/{side.Review}/report")),
        ("GET /cooperatives/{slug} -", new(side => "/cooperatives/" + side.Coop.Slug)),
        ("GET /voices/{file} -", new(side => "/voices/" + side.VoiceFile)),
        ("HEAD /voices/{file} -", new(side => "/voices/" + side.VoiceFile)),
        ("GET /stories/{slug} -", new((_, side) => "/stories/" + Folding.Slug("Chuyện bên " + side.Mark))),
        ("GET /{name:regex(^(about|terms|privacy|fees|ranking|complaints|consent)$)} -", new("/terms")),
        ("GET /error/{code:int} -", new("/error/404") { Answer = 404 }),
        ("POST /error/{code:int} -", new("/error/404") { Answer = 404, Changes = false }),
        ("GET /assets/{**file} -", new((world, _) => world.StyleSheet)),
        ("GET /media/{hash}/{file} -", new("/media/11111111111111111111111111111111/160.jpg") { Answer = 404 }),
        ("HEAD /media/{hash}/{file} -", new("/media/11111111111111111111111111111111/160.jpg") { Answer = 404 }),
        ("GET /previews/{thing}/{file} -", new("/previews/p-11111111111111111111111111111111/11111111111111111111111111111111.jpg") { Answer = 404 }),
        ("HEAD /previews/{thing}/{file} -", new("/previews/p-11111111111111111111111111111111/11111111111111111111111111111111.jpg") { Answer = 404 }),
        ("GET /01/{gtin:length(8,14)} -", new("/01/06291041500213") { Answer = 404 }),
        ("HEAD /01/{gtin:length(8,14)} -", new("/01/06291041500213") { Answer = 404 }),
        ("GET /01/{gtin:length(8,14)}/10/{lot:length(1,40)} -", new("/01/06291041500213/10/A1") { Answer = 404 }),
        ("HEAD /01/{gtin:length(8,14)}/10/{lot:length(1,40)} -", new("/01/06291041500213/10/A1") { Answer = 404 }),
        ("GET /s/{code:length(10,40)} -", new("/s/" + PublicCode.From([1, 2, 3, 4, 5]).Value) { Answer = 404 }),
        ("HEAD /s/{code:length(10,40)} -", new("/s/" + PublicCode.From([1, 2, 3, 4, 5]).Value) { Answer = 404 }),
        ("GET /qr.svg -", new(side => "/qr.svg?of=/p/" + side.LiveSlug)),
        ("GET /sitemaps/{part}.xml -", new("/sitemaps/pages-1.xml")),
        ("GET /dev/mail -", new("/dev/mail")),
        ("GET /dev/emails -", new("/dev/emails")),
        ("POST /webhooks/sepay -", new("/webhooks/sepay")),
        ("POST /webhooks/stripe -", new("/webhooks/stripe")),
    ];

    private static IEnumerable<(string, Attempt)> Choosing =>
    [
        .. new[] { "/language", "/currency", "/save-data" }.Select(a => ($"POST {a} -", new Attempt(a) { Changes = false })),
        ("POST /reviews/{id:guid}/report -", new(side => $"/reviews/{side.Review}/report") { Typed = (_, _) => [("Form.Reason", "Untrue")], Answer = 200 }),
        ("POST /complain -", new("/complain") { Typed = (_, _) => [("Form.Kind", "Other"), ("Form.Words", "Lời"), ("Form.Name", "Hạnh"), ("Form.Email", "hanh@thu.test")] }),
        ("POST /complaints/{code:length(1,40)}/{secret:length(22)} -", new(side => "/complaints/" + side.ComplaintPath) { Before = SettledAsync, Typed = (_, _) => [("Why", "Chưa vừa lòng")] }),
        ("POST /cart/add -", new("/cart/add") { Page = (_, side) => "/p/" + side.LiveSlug, Typed = (_, side) => [("variant", side.LiveSize.ToString()), ("quantity", "1")] }),
        ("POST /cart -", new("/cart") { Before = BasketAsync, Typed = (_, side) => [($"Form.Quantity[{side.LiveSize}]", "3")] }),
        ("POST /checkout -", new("/checkout") { Before = BasketAsync, Typed = (world, _) => world.Checkout() }),
        ("POST /checkout/delivery -", new("/checkout/delivery") { Before = BasketAsync, Page = (_, _) => "/checkout", Typed = (world, _) => world.Checkout(), Answer = 200, Changes = false }),
    ];

    private static IEnumerable<(string, Attempt)> Account =>
    [
        .. new[] { "/account", "/account/addresses", "/account/consents", "/account/data", "/account/email", "/account/orders", "/account/password", "/account/phone", "/account/profile", "/account/security" }
            .Select(a => ($"GET {a} -", new Attempt(a))),
        ("POST /account/consents -", new("/account/consents") { Owner = (_, side) => side.Storyteller, Typed = (_, side) => [("consent", side.OwnConsent.ToString())] }),
        ("GET /account/data File", new("/account/data")),
        ("GET /account/erase -", new("/account/erase")),
        ("POST /account/erase -", new("/account/erase") { Owner = (world, _) => world.Somebody, Typed = (_, _) => [("Form.IsSure", "true")] }),
        ("GET /account/addresses/{address} -", new(side => "/account/addresses/" + side.Address)),
        ("POST /account/addresses/{address} -", new(side => "/account/addresses/" + side.Address) { Typed = (_, _) => [("Form.Street", "Số 14")] }),
        ("POST /account/addresses Remove", new("/account/addresses") { Typed = (_, side) => [("address", side.Address.ToString())] }),
        ("POST /account/email -", new("/account/email") { Typed = (_, side) => [("Form.Email", $"moi-{side.Mark.ToLowerInvariant()}@thu.test"), ("Form.Password", AccountsFactory.Password)] }),
        ("POST /account/phone -", new("/account/phone") { Typed = (_, _) => [("Form.Phone", "0987654321"), ("Form.Password", AccountsFactory.Password)] }),
        ("POST /account/password -", new("/account/password") { Typed = (_, _) => [("Form.Current", AccountsFactory.Password), ("Form.Password", NewPassword)] }),
        ("POST /account/profile -", new("/account/profile") { Typed = (_, _) => [("Form.FullName", "Tên mới")] }),
        ("POST /account/security End", new("/account/security") { Typed = (_, side) => [("session", side.OtherSession.ToString())], Changes = false }),
        ("POST /account/security EndAll", new("/account/security") { Typed = (_, _) => [] }),
        ("POST /account/sign-out -", new("/account/sign-out") { Page = (_, _) => "/account", Owner = (_, side) => side.Buyer, Changes = false }),
        ("POST /account/sign-in -", new("/account/sign-in") { Typed = (_, side) => [("Form.Who", $"nguoi-mua-{side.Mark.ToLowerInvariant()}@thu.test"), ("Form.Password", AccountsFactory.Password)], Changes = false }),
        ("POST /account/register -", new("/account/register") { Typed = (_, _) => [("Form.FullName", "Người mới"), ("Form.Who", "moi-toanh@thu.test"), ("Form.Password", NewPassword)] }),
        ("GET /account/confirm -", new("/account/confirm?returnUrl=/account")),
        ("POST /account/confirm -", new("/account/confirm") { Typed = (_, _) => [("Proof.Password", AccountsFactory.Password)], Changes = false }),
        ("GET /account/security/app -", new("/account/security/app")),
        ("POST /account/security/app -", new("/account/security/app")
        {
            Before = ShownAsync,
            Typed = (world, _) => [("Form.Shown", world.Shown), ("Form.Code", world.Market.CodeNow())],
            Answer = 200,
        }),
        ("POST /account/security/app Codes", new("/account/security/app") { Before = EnrolledAsync, Answer = 200 }),
        ("POST /account/security/app Off", new("/account/security/app") { Before = EnrolledAsync }),
        ("GET /account/passkey -", new("/account/passkey?at=SignIn")),
        ("POST /account/sign-in Passkey", new("/account/sign-in") { Before = (world, side) => PasskeyAsync(world, side.Buyer), Typed = (world, _) => [("Form.Passkey", world.Answer)] }),
        ("GET /account/security/passkeys/new -", new("/account/security/passkeys/new")),
        ("GET /account/security/passkeys/new Options", new("/account/security/passkeys/new")),
        ("POST /account/security/passkeys/new -", new("/account/security/passkeys/new")
        {
            Before = OfferedAsync,
            Typed = (world, _) => [("Form.Name", "Máy mới"), ("Form.Passkey", world.Answer)],
            Answer = 200,
        }),
        ("GET /account/security/passkeys/{passkey:guid} -", ByOwnerOfPasskey()),
        ("POST /account/security/passkeys/{passkey:guid} -", ByOwnerOfPasskey() with { Typed = (_, _) => [("Form.Name", "Tên mới")] }),
        ("POST /account/security/passkeys/{passkey:guid} Remove", ByOwnerOfPasskey()),
        ("GET /account/sign-in/code -", new("/account/sign-in/code") { Before = TicketAsync }),
        ("POST /account/sign-in/code -", new("/account/sign-in/code") { Before = TicketAsync, Typed = (world, _) => [("Form.Code", world.Market.CodeNow())] }),
        ("POST /account/forgotten -", new("/account/forgotten") { Typed = (_, side) => [("Form.Who", $"nguoi-mua-{side.Mark.ToLowerInvariant()}@thu.test")] }),
        ("POST /account/code -", new("/account/code") { Before = PaperCodeAsync, Typed = (world, _) => [("Form.Who", "0987000222"), ("Form.Code", world.PaperCode), ("Form.Password", NewPassword)] }),
        ("GET /account/link/{token} -", new((world, _) => "/account/link/" + world.LinkToken) { Before = ResetLinkAsync, Answer = 302 }),
        ("GET /account/new-password -", new("/account/new-password") { Before = ResetLinkAsync }),
        ("POST /account/new-password -", new("/account/new-password") { Before = ResetLinkAsync, Typed = (_, _) => [("Form.Password", NewPassword)] }),
        ("GET /account/confirm-email -", new("/account/confirm-email") { Owner = (world, _) => world.Somebody, Before = ConfirmLinkAsync }),
        ("POST /account/confirm-email -", new("/account/confirm-email") { Owner = (world, _) => world.Somebody, Before = ConfirmLinkAsync }),
    ];

    private static string Reviewing(Side side) => $"/orders/{side.Delivered.Code}/review/{side.Delivered.Line}";

    private static IEnumerable<(string, Attempt)> Orders =>
    [
        ("GET /orders/{code} -", new(side => "/orders/" + side.Shipped.Code)),
        ("GET /orders/link -", new(side => "/orders/link?code=" + side.Unpaid.Code)),
        ("POST /orders/link -", new("/orders/link") { Typed = (_, side) => [("Form.Code", side.Unpaid.Code), ("Form.Email", "ai-do@thu.test")] }),
        ("GET /orders/{code}/receipt/{number:int} -", new(side => $"/orders/{side.Shipped.Code}/receipt/1")),
        ("GET /orders/{code}/pay -", new(side => $"/orders/{side.Unpaid.Code}/pay")),
        ("GET /orders/{code}/account -", new(side => $"/orders/{side.Unpaid.Code}/account") { Before = OweAsync }),
        ("POST /orders/{code}/account -", new(side => $"/orders/{side.Unpaid.Code}/account")
        {
            Before = OweAsync, Typed = (_, _) => [("Form.Bin", "970405"), ("Form.Number", "7900 2051 2345 6"), ("Form.Holder", "Nguyễn Thị Hạnh")],
        }),
        ("GET /orders/{code}/address -", new(side => $"/orders/{side.Stale.Code}/address")),
        ("POST /orders/{code}/address -", new(side => $"/orders/{side.Stale.Code}/address") { Typed = (_, _) => Elsewhere }),
        ("GET /orders/{code}/card -", new(side => $"/orders/{side.ByCard.Code}/card")),
        ("POST /orders/{code}/card -", new(side => $"/orders/{side.ByCard.Code}/card")),
        ("GET /orders/{code}/paid -", new(side => $"/orders/{side.Unpaid.Code}/paid")),
        ("POST /orders/{code} Received", new(side => "/orders/" + side.Shipped.Code) { Typed = (_, side) => [("part", side.Shipped.Part)] }),
        ("POST /orders/{code} Missing", new(side => "/orders/" + side.Shipped.Code) { Typed = (_, side) => [("part", side.Shipped.Part)] }),
        ("POST /orders/{code} CancelPart", new(side => "/orders/" + side.Stale.Code) { Typed = (_, side) => [("part", side.Stale.Part)] }),
        ("POST /orders/{code} Cancel", new(side => "/orders/" + side.Unpaid.Code)),
        ("POST /orders/{code} Keep", new(side => "/orders/" + side.Delivered.Code) { Typed = (_, side) => [("back", side.Returning.ToString())] }),
        ("POST /orders/{code} Sent", new(side => "/orders/" + side.Delivered.Code) { Before = AgreeAsync, Typed = (_, side) => [("back", side.Returning.ToString()), ("number", "VTP12345")] }),
        ("GET /orders/{code}/return/{part} -", new(side => $"/orders/{side.Delivered.Code}/return/{side.Delivered.Part}")),
        ("POST /orders/{code}/return/{part} -", new(side => $"/orders/{side.Delivered.Code}/return/{side.Delivered.Part}")
        {
            Typed = (_, side) => [($"Form.Pieces[{side.Delivered.Line}]", "1"), ("Form.Reason", "Damaged"), ("Form.Words", "Vỡ nắp")],
        }),
        ("GET /orders/{code}/review/{line} -", new(Reviewing)),
        ("POST /orders/{code}/review/{line} -", new(Reviewing) { Typed = (_, _) => [("Form.Stars", "2"), ("Form.Words", "Vỡ nắp")] }),
        ("POST /orders/{code}/review/{line} TakeBack", new(Reviewing)),
        ("POST /orders/{code}/review/{line} Remove", new(Reviewing) { Typed = (_, side) => [("photo", side.ReviewPhoto.ToString())] }),
        ("GET /orders/{code}/withdraw -", new(side => $"/orders/{side.Delivered.Code}/withdraw") { Before = MoveToFranceAsync }),
        ("POST /orders/{code}/withdraw Review", new(side => $"/orders/{side.Delivered.Code}/withdraw") { Before = MoveToFranceAsync, Typed = (_, side) => Withdrawing(side), Answer = 200, Changes = false }),
        ("POST /orders/{code}/withdraw Back", new(side => $"/orders/{side.Delivered.Code}/withdraw") { Before = MoveToFranceAsync, Typed = (_, side) => Withdrawing(side), Answer = 200, Changes = false }),
        ("POST /orders/{code}/withdraw Confirm", new(side => $"/orders/{side.Delivered.Code}/withdraw") { Before = MoveToFranceAsync, Typed = (_, side) => Withdrawing(side) }),
        ("GET /orders/{code}/withdrawal -", new(side => $"/orders/{side.Delivered.Code}/withdrawal") { Before = WithdrawAsync }),
        ("GET /withdraw -", new("/withdraw")),
        ("POST /withdraw Review", new("/withdraw") { Typed = (_, side) => Declaring(side), Answer = 200, Changes = false }),
        ("POST /withdraw Back", new("/withdraw") { Typed = (_, side) => Declaring(side), Answer = 200, Changes = false }),
        ("POST /withdraw Confirm", new("/withdraw") { Typed = (_, side) => Declaring(side), Answer = 200 }),
    ];

    /// <summary>Where an order is to go instead.</summary>
    internal static (string, string)[] Elsewhere => [("Form.Name", "Trần Thị Mai"), ("Form.Phone", "0912 345 679"), ("Form.Commune", "Phường Láng"), ("Form.Street", "Số 3 ngõ 9 phố Pháo Đài Láng")];

    private static (string, string)[] Withdrawing(Side side) => [($"Form.Pieces[{side.Delivered.Line}]", "1"), ("Form.Name", "Claire Martin"), ("Form.IsUnopened", "true")];

    private static (string, string)[] Declaring(Side side) => [("Form.Code", side.Unpaid.Code), ("Form.Name", "Claire Martin"), ("Form.Email", "claire@thu.test")];

    private static async Task<(string, string)[]> AgreeAsync(World world, Side side)
    {
        // Set, not sent: where the world is not made anew between the attempts, another may have answered already.
        await world.Market.InDbAsync(db => db.Set<Return>().Where(r => r.Id == side.Returning).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReturnState.Agreed).SetProperty(r => r.EndedAt, (DateTimeOffset?)null)));
        return [];
    }

    private static async Task<(string, string)[]> MoveToFranceAsync(World world, Side side)
    {
        await world.Market.InDbAsync(db => db.Set<Order>().Where(o => o.Code == side.Delivered.Code).ExecuteUpdateAsync(set => set.SetProperty(o => o.Address.Country, "FR")));
        return [];
    }

    private static async Task<(string, string)[]> WithdrawAsync(World world, Side side)
    {
        await MoveToFranceAsync(world, side);
        var one = new Dictionary<string, string> { [side.Delivered.Line] = "1" };
        await world.Market.SendAsync(new WithdrawOrder.Command(Actor.Of(side.Buyer, ""), side.Delivered.Code, null, "Claire Martin", one, true));
        return [];
    }

    private static async Task<(string, string)[]> OweAsync(World world, Side side)
    {
        await world.Market.InDbAsync(async db =>
        {
            var order = await db.Set<Order>().SingleAsync(o => o.Code == side.Unpaid.Code);
            db.Add(RefundDue.OfSale(new(Guid.CreateVersion7()), RefundReason.Granted, order.Id, order.Parts[0].Id, MoneyPlace.Bank, Money.Dong(50_000), world.Market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        return [];
    }

    private static IEnumerable<(string, Attempt)> Application =>
    [
        ("GET /sell/apply -", ByApplicant("/sell/apply")),
        ("GET /sell/apply/papers -", ByApplicant("/sell/apply/papers")),
        ("GET /sell/apply/{step} -", ByApplicant("/sell/apply/names")),
        ("GET /sell/apply/papers/{paper:guid} -", ByApplicant("") with { Address = (_, side) => "/sell/apply/papers/" + side.Paper }),
        ("POST /sell/apply Submit", ByApplicant("/sell/apply")),
        ("POST /sell/apply Withdraw", ByApplicant("/sell/apply")),
        ("POST /sell/apply Anew", new("/sell/apply") { Owner = (_, side) => side.Rejected }),
        ("POST /sell/apply/{step} -", ByApplicant("/sell/apply/phone") with { Typed = (_, _) => [("Form.Phone", "0987654321")] }),
        ("POST /sell/apply/{step} Keep", ByApplicant("/sell/apply/phone") with { Typed = (_, _) => [("Form.Phone", "0987654321")], Answer = 200 }),
        ("POST /sell/apply/papers -", ByApplicant("/sell/apply/papers") with { Files = () => [new("Upload", "giay.pdf", [.. "%PDF-1.4 x"u8], "application/pdf")] }),
        ("POST /sell/apply/papers Next", ByApplicant("/sell/apply/papers") with { Files = () => [new("Upload", "giay.pdf", [.. "%PDF-1.4 x"u8], "application/pdf")] }),
        ("POST /sell/apply/papers Remove", ByApplicant("/sell/apply/papers") with { Page = (_, _) => "/sell/apply/papers", Address = (_, side) => "/sell/apply/papers?paper=" + side.Paper }),
        ("GET /sell/join/{key?} -", new("/sell/join")),
        ("POST /sell/join/{key?} -", new("/sell/join") { Owner = (world, side) => side == world.A ? world.Somebody : side.Buyer, Before = InviteAsync, Typed = (world, _) => [("Form.Key", world.InvitationCode)] }),
    ];

    private static Attempt ByApplicant(string address) => new(address) { Owner = (_, side) => side.Applicant };

    private static async Task<(string, string)[]> SettledAsync(World world, Side side)
    {
        await world.Market.PutBackAsync(side.Complaint, ComplaintState.Settled);
        return [];
    }

    private static async Task<(string, string)[]> BasketAsync(World world, Side side)
    {
        var basket = await world.Market.SendAsync(new AddToBasket.Command(Actor.Guest(""), null, side.LiveSize, 2));
        world.Seen = (await world.Market.CheckoutAsync(basket.Value.Key, PaymentWay.CashOnDelivery)).Seen;
        return [("basket", basket.Value.Key!)];
    }

    private static async Task<(string, string)[]> PaperCodeAsync(World world, Side side)
    {
        world.PaperCode = (await world.Market.SendAsync(new IssueCode.Command(world.AdminActor, world.Phoned))).Value!.Code;
        return [];
    }

    private static async Task<(string, string)[]> ShownAsync(World world, Side side)
    {
        world.Shown = await world.Market.WithAsync<Factors, string>(f => Task.FromResult(f.Show(side.Buyer.Value, FactorsFactory.Secret)));
        return [];
    }

    private static async Task<(string, string)[]> EnrolledAsync(World world, Side side)
    {
        await world.Market.EnrolAsync(side.Buyer);
        return [];
    }

    private static Attempt ByOwnerOfPasskey() => new((world, _) => $"/account/security/passkeys/{world.Passkey}") { Before = (world, side) => PasskeyAsync(world, side.Buyer) };

    // The answer of a passkey, put into the database alone, so that her session goes on.
    private static async Task<(string, string)[]> PasskeyAsync(World world, PersonId owner)
    {
        var key = new SoftKey();
        world.Passkey = await world.Market.PlantAsync(owner, key);
        var question = (await world.Market.SendAsync(new AskForPasskey.Query(Actor.Guest(""), PasskeyPlace.SignIn, null)))!;
        world.Answer = key.Sign(question.Options);
        return [("passkey", question.Ticket)];
    }

    private static async Task<(string, string)[]> OfferedAsync(World world, Side side)
    {
        var question = (await world.Market.SendAsync(new OfferPasskey.Query(Actor.Of(side.Buyer, "", world.Market.Clock.Now()))))!;
        world.Answer = new SoftKey().Make(question.Options);
        return [("passkey", question.Ticket)];
    }

    private static async Task<(string, string)[]> TicketAsync(World world, Side side)
    {
        var account = (await world.Market.RowsAsync<Account>()).Single(a => a.PersonId == world.Admin);
        return [("half", await world.Market.WithAsync<HalfWay, string>(h => Task.FromResult(h.Ticket(account))))];
    }

    private static async Task<(string, string)[]> InviteAsync(World world, Side side)
    {
        var keys = await world.Market.SendAsync(new InviteMember.Command(
            world.Market.Proved(side.Coop.Manager), side.Coop.Id, "ai-do@thu.test", MemberRole.Packer));
        world.InvitationCode = keys.Value!.Code;
        return [];
    }

    private static Task<(string, string)[]> ResetLinkAsync(World world, Side side)
        => LinkAsync(world, new ForgetPassword.Command(Actor.Guest("203.0.113.7"), "ai-do@thu.test"));

    private static Task<(string, string)[]> ConfirmLinkAsync(World world, Side side)
        => LinkAsync(world, new ChangeEmail.Command(Actor.Of(world.Somebody, ""), "khac@thu.test", AccountsFactory.Password));

    private static async Task<(string, string)[]> LinkAsync(World world, ICommand command)
    {
        (await world.Market.SendAsync(command)).IsDone.ShouldBeTrue();
        await world.Market.DeliverAsync();
        var letter = world.Market.Post.Letters.Last(l => l.Html.Contains("/account/link/", StringComparison.Ordinal));
        world.LinkToken = AccountsFactory.LinkIn(letter).Split("/account/link/")[1];
        return [("link", world.LinkToken)];
    }
}
