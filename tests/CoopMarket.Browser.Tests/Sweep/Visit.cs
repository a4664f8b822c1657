using CoopMarket.Domain.Shared;

namespace CoopMarket.Browser.Tests.Sweep;

/// <summary>Who opens a page.</summary>
public enum As
{
    /// <summary>Somebody with nothing in her hands.</summary>
    Guest,

    /// <summary>A guest with a basket and with the links of her orders.</summary>
    Shopper,

    /// <summary>A person with an account, an address and an order.</summary>
    Buyer,

    /// <summary>A person whose application is written but not handed in.</summary>
    Applicant,

    /// <summary>The manager of a cooperative.</summary>
    Manager,

    /// <summary>Somebody who packs there and does no more.</summary>
    Packer,

    Admin,
}

/// <summary>How one page is opened.</summary>
/// <param name="Template">The page's route as it is written on its first line.</param>
/// <param name="Path">The address, once the market is filled.</param>
/// <param name="Status">What it answers.</param>
/// <param name="Act">What is done there to come to a page that answers a form; null: nothing.</param>
internal sealed record Visit(string Template, As Who, Func<FullMarket, string> Path, int Status = 200, string? Act = null)
{
    public Visit(string template, As who)
        : this(template, who, _ => template)
    {
    }
}

/// <summary>All visits. A page that stands in neither list here fails a test.</summary>
internal static class Visits
{
    /// <summary>Addresses that answer with a redirect, a file or data, never with a page.</summary>
    public static readonly string[] NoPages =
    [
        "/account/link/{token}", "/account/passkey", "/account/sign-out", "/admin/certificates/{id:guid}/paper", "/admin/complaints/{id:guid}/photos/{photo}", "/complaints/{code:length(1,40)}/{secret:length(22)}/photos/{photo}", "/sell/complaints/{id:guid}/photos/{photo}", "/admin/questions/{id:guid}/photos/{photo}", "/questions/{code:length(1,40)}/photos/{photo}", "/sell/questions/{id:guid}/photos/{photo}", "/admin/reviews/photos/{photo}", "/admin/sellers/{id}/papers/{paper:guid}", "/orders/{code}/paid", "/sell/apply/papers/{paper:guid}", "/sell/certificates/{id:guid}/paper", "/sell/desk",
    ];

    public static readonly IReadOnlyDictionary<string, Visit[]> Of = new Dictionary<string, Visit[]>(StringComparer.Ordinal)
    {
        ["shop"] = [.. Shop()],
        ["account"] = [.. Account(), .. Joining()],
        ["desk"] = [.. Desk()],
        ["office"] = [.. Office()],
    };

    // Signs an admin in as far as her code.
    private const string HalfIn = $"""
        document.querySelector('[name="Form.Who"]').value = '{FullMarket.AdminEmail}';
        document.querySelector('[name="Form.Password"]').value = '{LiveMarket.Password}';
        document.querySelector('main form button').click();
        """;

    private static IEnumerable<Visit> Shop() =>
    [
        new("/", As.Guest),
        new("/products", As.Guest),
        new("/c/{slug}", As.Guest, m => "/c/" + m.CategorySlug),
        new("/search", As.Guest),
        new("/search", As.Guest, _ => "/search?q=tho+cam"),
        new("/search", As.Guest, _ => "/search?q=xyz"),
        new("/income/{secret:length(22)}", As.Guest, m => "/income/" + m.MemberSecret),
        new("/p/{slug}", As.Guest, m => "/p/" + m.Cloth.Slug),
        new("/p/{slug}", As.Guest, m => "/p/" + m.Closed.Slug),
        new("/q/{code:length(10,40)}", As.Guest, m => "/q/" + m.LotCode),
        new("/p/{slug}/reviews", As.Guest, m => $"/p/{m.Cloth.Slug}/reviews"),
        new("/p/{slug}/reviews", As.Guest, m => $"/p/{m.Closed.Slug}/reviews"),
        new("/complain", As.Guest),
        new("/complaints/{code:length(1,40)}/{secret:length(22)}", As.Guest, m => "/complaints/" + m.ComplaintPath),
        new("/ask", As.Guest, m => "/ask?product=" + m.Cloth.Product),
        new("/ask", As.Shopper, m => $"/ask?order={m.Orders["arrived"].Code}"),
        new("/ask", As.Guest, m => "/ask?product=" + m.Cloth.Product, 409, """
            document.querySelector('[name="Form.Words"]').value = 'Gọi 0912345678';
            document.querySelector('[name="Form.Name"]').value = 'Hạnh';
            document.querySelector('[name="Form.Email"]').value = 'hanh@thu.test';
            document.querySelector('main form button').click();
            """),
        new("/questions/{code:length(1,40)}/{secret:length(22)?}", As.Guest, m => "/questions/" + m.QuestionPath),
        new("/reviews/{id:guid}/report", As.Guest, m => $"/reviews/{m.Review}/report"),
        new("/cooperatives", As.Guest),
        new("/cooperatives/{slug}", As.Guest, m => "/cooperatives/" + m.Coop.Slug),
        new("/stories", As.Guest),
        new("/stories/{slug}", As.Guest, m => "/stories/" + m.StorySlug),
        new("/stories/{slug}", As.Guest, _ => "/stories/mot-ngay-ben-khung-cui"),
        .. new[] { "about", "terms", "privacy", "fees", "ranking", "complaints", "consent" }
            .Select(p => new Visit("/{name:regex(^(about|terms|privacy|fees|ranking|complaints|consent)$)}", As.Guest, _ => "/" + p)),
        new("/offline", As.Guest),
        new("/cart", As.Guest),
        new("/cart", As.Shopper),
        new("/cart/add", As.Shopper, m => "/p/" + m.Scarce.Slug, 422, "document.querySelector('#quantity').add(new Option('20', '20', true, true)); document.querySelector('.buy button').click()"),
        new("/checkout", As.Shopper),
        new("/checkout/delivery", As.Shopper, _ => "/checkout", 200, "document.querySelector('[formaction$=\"/checkout/delivery\"]').click()"),
        .. new[] { "accept", "way", "done", "paid", "unpaid", "arrived" }.Select(o => new Visit("/orders/{code}", As.Shopper, m => "/orders/" + m.Orders[o].Code)),
        new("/orders/link", As.Guest),
        new("/orders/{code}/account", As.Shopper, m => $"/orders/{m.Orders["arrived"].Code}/account"),
        .. new[] { "accept", "card" }.Select(o => new Visit("/orders/{code}/address", As.Shopper, m => $"/orders/{m.Orders[o].Code}/address")),
        new("/orders/{code}/return/{part}", As.Shopper, m => $"/orders/{m.Orders["arrived"].Code}/return/{m.Orders["arrived"].Parts[0].Id}"),
        new("/orders/{code}/review/{line}", As.Shopper, m => $"/orders/{m.Orders["arrived"].Code}/review/{m.Orders["arrived"].Parts[0].Lines[0].Id}"),
        new("/orders/{code}/withdraw", As.Shopper, m => $"/orders/{m.Orders["arrived"].Code}/withdraw"),
        new("/orders/{code}/withdrawal", As.Shopper, m => $"/orders/{m.Orders["arrived"].Code}/withdrawal"),
        new("/withdraw", As.Guest),
        new("/orders/{code}/card", As.Shopper, m => $"/orders/{m.Orders["card"].Code}/card"),
        new("/orders/{code}/pay", As.Shopper, m => $"/orders/{m.Orders["unpaid"].Code}/pay"),
        .. new[] { "arrived", "paid", "done" }.Select(o => new Visit("/orders/{code}/receipt/{number:int}", As.Shopper, m => $"/orders/{m.Orders[o].Code}/receipt/1")),
        new("/error/{code:int}", As.Guest, _ => "/nowhere", 404),
        new("/error/{code:int}", As.Guest, _ => "/error/500", 500),
        new("/error/{code:int}", As.Guest, _ => "/error/429", 429),
    ];

    private static IEnumerable<Visit> Account() =>
    [
        new("/account/sign-in", As.Guest),
        new("/account/register", As.Guest),
        new("/account/forgotten", As.Guest),
        new("/account/code", As.Guest),
        new("/account/new-password", As.Guest, m => m.ResetLink),
        new("/account/confirm-email", As.Applicant, m => m.ConfirmLink),
        new("/account", As.Buyer),
        new("/account", As.Admin),
        new("/account/profile", As.Buyer),
        new("/account/email", As.Buyer),
        new("/account/phone", As.Buyer),
        new("/account/password", As.Buyer),
        new("/account/security", As.Buyer),
        new("/account/security", As.Packer),
        new("/account/security", As.Admin),
        new("/account/security/app", As.Buyer),
        new("/account/security/app", As.Packer),
        new("/account/security/app", As.Admin),
        new("/account/security/passkeys/new", As.Buyer),
        new("/account/security/passkeys/{passkey:guid}", As.Buyer, m => $"/account/security/passkeys/{m.Passkey}"),
        new("/account/confirm", As.Buyer),
        new("/account/confirm", As.Packer),
        new("/account/confirm", As.Admin),
        new("/account/sign-in/code", As.Guest, _ => "/account/sign-in", 200, HalfIn),
        new("/account/addresses", As.Buyer),
        new("/account/addresses/{address}", As.Buyer, _ => "/account/addresses/new"),
        new("/account/addresses/{address}", As.Buyer, _ => "/account/addresses/new?abroad=true"),
        new("/account/addresses/{address}", As.Buyer, m => "/account/addresses/" + m.Address),
        new("/account/orders", As.Buyer),
        new("/account/questions", As.Buyer),
        new("/account/consents", As.Buyer),
        new("/account/consents", As.Manager),
        new("/account/data", As.Buyer),
        new("/account/erase", As.Buyer),
    ];

    private static IEnumerable<Visit> Joining() =>
    [
        new("/sell/apply", As.Applicant),
        new("/sell/apply", As.Manager),
        .. new[] { "kind", "names", "tax-code", "representative", "place", "phone", "bank", "makes", "consent" }.Select(s => new Visit("/sell/apply/{step}", As.Applicant, _ => "/sell/apply/" + s)),
        new("/sell/apply/papers", As.Applicant),
        new("/sell/join/{key?}", As.Applicant, _ => "/sell/join"),
    ];

    private static IEnumerable<Visit> Desk()
    {
        string[] steps = ["accept", "pack", "ship", "way", "done"];
        return
        [
            new("/sell", As.Manager),
            new("/sell/more", As.Manager),
            new("/sell/products", As.Manager),
            new("/sell/products/new", As.Manager),
            .. new Func<FullMarket, ProductId>[] { m => m.Draft, m => m.InReview, m => m.Cloth.Product }
                .Select(p => new Visit("/sell/products/{id:guid}", As.Manager, m => $"/sell/products/{p(m)}")),
            .. new[] { "edit", "origin", "sizes", "stock" }
                .Select(p => new Visit("/sell/products/{id:guid}/" + p, As.Manager, m => $"/sell/products/{m.Draft}/{p}")),
            new("/sell/products/{id:guid}/languages/{language:length(2)}", As.Manager, m => $"/sell/products/{m.Cloth.Product}/languages/fr"),
            new("/sell/products/{id:guid}/ahead", As.Manager, m => $"/sell/products/{m.Draft}/ahead"),
            new("/sell/products/{id:guid}/ahead", As.Manager, m => $"/sell/products/{m.Cloth.Product}/ahead"),
            new("/sell/products/{id:guid}/contents", As.Manager, m => $"/sell/products/{m.Draft}/contents"),
            new("/sell/products/{id:guid}/contents", As.Manager, m => $"/sell/products/{m.Cloth.Product}/contents"),
            new("/sell/products/{id:guid}/vat", As.Manager, m => $"/sell/products/{m.Draft}/vat"),
            new("/sell/products/{id:guid}/vat", As.Manager, m => $"/sell/products/{m.Cloth.Product}/vat"),
            new("/sell/products/{id:guid}/sizes/{size}", As.Manager, m => $"/sell/products/{m.Draft}/sizes/new"),
            new("/sell/products/{id:guid}/sizes/{size}", As.Manager, m => $"/sell/products/{m.Cloth.Product}/sizes/{m.Cloth.Variant}"),
            new("/sell/{kind:regex(^(products|stories|makers|cooperatives|lots)$)}/{id:guid}/photos", As.Manager, m => $"/sell/products/{m.Draft}/photos"),
            new("/sell/{kind:regex(^(products|stories|makers|cooperatives|lots)$)}/{id:guid}/photos", As.Manager, m => $"/sell/products/{m.Cloth.Product}/photos"),
            new("/sell/photos/{id:guid}", As.Manager, m => $"/sell/photos/{m.Photo}"),
            new("/sell/certificates", As.Manager),
            new("/sell/certificates/new", As.Manager),
            new("/sell/certificates/{id:guid}", As.Manager, m => $"/sell/certificates/{m.Certificate}"),
            new("/sell/reviews", As.Manager),
            new("/sell/complaints", As.Manager),
            .. new[] { "", "?part=Ending", "?part=Past" }.Select(p => new Visit("/sell/consents", As.Manager, _ => "/sell/consents" + p)),
            new("/sell/data", As.Manager),
            new("/sell/questions", As.Packer),
            new("/sell/questions", As.Manager, _ => "/sell/questions?answered=true"),
            new("/sell/questions/{id:guid}", As.Manager, m => "/sell/questions/" + m.Question),
            new("/sell/stories", As.Manager),
            new("/sell/stories/{id:guid}", As.Manager, m => $"/sell/stories/{m.Story}"),
            new("/sell/stories/{id:guid}", As.Manager, m => $"/sell/stories/{m.Blocks}"),
            new("/sell/stories/{id:guid}/text", As.Manager, m => $"/sell/stories/{m.Blocks}/text"),
            .. new[] { 0, 2, 3, 5 }.Select(p => new Visit("/sell/stories/{id:guid}/blocks/{place:int:min(0)}", As.Manager, m => $"/sell/stories/{m.Blocks}/blocks/{p}")),
            .. new[] { 1, 4 }.Select(p => new Visit("/sell/stories/{id:guid}/pictures/{place:int:min(0)}", As.Manager, m => $"/sell/stories/{m.Blocks}/pictures/{p}")),
            new("/sell/stories/{id:guid}/preview", As.Manager, m => $"/sell/stories/{m.Blocks}/preview"),
            new("/sell/stories/{id:guid}/preview/page", As.Manager, m => $"/sell/stories/{m.Blocks}/preview/page"),
            new("/sell/stories/{id:guid}/voices", As.Manager, m => $"/sell/stories/{m.Story}/voices"),
            new("/sell/stories/{id:guid}/consents", As.Manager, m => $"/sell/stories/{m.Story}/consents"),
            new("/sell/voices/{id:guid}", As.Manager, m => $"/sell/voices/{m.Voice}"),
            new("/sell/stories/{id:guid}/languages/{language:length(2)}", As.Manager, m => $"/sell/stories/{m.Story}/languages/fr"),
            .. steps.Select(s => new Visit("/sell/orders", As.Manager, _ => "/sell/orders?step=" + s)),
            .. steps.Select(s => new Visit("/sell/orders/{code:length(1,40)}", As.Manager, m => "/sell/orders/" + m.Orders[s].Code)),
            new("/sell/orders/{code:length(1,40)}/ship", As.Manager, m => $"/sell/orders/{m.Orders["ship"].Code}/ship"),
            new("/sell/orders/{code:length(1,40)}/ship", As.Manager, m => $"/sell/orders/{m.Orders["way"].Code}/ship?further=true"),
            new("/sell/orders/{code:length(1,40)}/decline", As.Manager, m => $"/sell/orders/{m.Orders["pack"].Code}/decline"),
            new("/sell/orders/{code:length(1,40)}/refund", As.Manager, m => $"/sell/orders/{m.Orders["arrived"].Code}/refund"),
            new("/sell/orders/{code:length(1,40)}", As.Manager, m => "/sell/orders/" + m.Orders["arrived"].Code),
            new("/sell/orders/{code:length(1,40)}/returns/{id}", As.Manager, m => $"/sell/orders/{m.Orders["arrived"].Code}/returns/{m.Return}"),
            new("/sell/orders/{code:length(1,40)}/slip", As.Manager, m => $"/sell/orders/{m.Orders["pack"].Code}/slip"),
            new("/sell/orders/slips", As.Manager),
            new("/sell/orders/files", As.Manager),
            new("/sell/money", As.Manager),
            new("/sell/money/cash", As.Manager),
            new("/sell/money/stripe", As.Manager),
            new("/sell/money/{month:length(7)}", As.Manager, _ => "/sell/money/2026-11"),
            new("/sell/money/{month:length(7)}/fees", As.Manager, _ => "/sell/money/2026-11/fees"),
            new("/sell/lots", As.Manager),
            new("/sell/poster", As.Manager),
            new("/sell/lots/new/{product:guid?}", As.Manager, _ => "/sell/lots/new"),
            new("/sell/lots/new/{product:guid?}", As.Manager, m => $"/sell/lots/new/{m.Cloth.Product}"),
            new("/sell/lots/{id:guid}", As.Manager, m => $"/sell/lots/{m.Lot}"),
            new("/sell/lots/{id:guid}/edit", As.Manager, m => $"/sell/lots/{m.Lot}/edit"),
            new("/sell/lots/{id:guid}", As.Manager, m => $"/sell/lots/{m.KeptLot}"),
            .. new[] { "A24", "A65", "R58" }.Select(p => new Visit("/sell/lots/{id:guid}/labels", As.Manager, m => $"/sell/lots/{m.Lot}/labels?paper={p}")),
            new("/sell/lots/{id:guid}/recall", As.Manager, m => $"/sell/lots/{m.Lot}/recall"),
            new("/sell/lots/{id:guid}/buyers", As.Manager, m => $"/sell/lots/{m.Lot}/buyers"),
            new("/sell/lots/{id:guid}/buyers", As.Manager, m => $"/sell/lots/{m.KeptLot}/buyers"),
            new("/sell/orders/{code:length(1,40)}/lots", As.Manager, m => $"/sell/orders/{m.Orders["lot"].Code}/lots"),
            new("/sell/orders/{code:length(1,40)}", As.Manager, m => $"/sell/orders/{m.Orders["lot"].Code}"),
            new("/sell/income", As.Manager),
            new("/sell/income", As.Packer, _ => "/sell/income", 403),
            new("/sell/income/member/{id:guid?}", As.Manager, _ => "/sell/income/member"),
            new("/sell/income/{id:guid}", As.Manager, m => $"/sell/income/{m.Member}"),
            new("/sell/income/{id:guid}/slip", As.Manager, m => $"/sell/income/{m.Member}/slip"),
            new("/sell/products/{id:guid}/sharing", As.Manager, m => $"/sell/products/{m.Cloth.Product}/sharing"),
            new("/sell/members", As.Manager),
            new("/sell/makers", As.Manager),
            new("/sell/profile", As.Manager),
            new("/sell/profile/change", As.Manager),
            new("/sell/profile/languages/{language:length(2)}", As.Manager, _ => "/sell/profile/languages/en"),
            new("/sell/closing", As.Manager),
            new("/sell/delivery", As.Manager),
            new("/sell/delivery/{zone}", As.Manager, _ => "/sell/delivery/vietnam"),
            new("/sell", As.Packer),
            new("/sell/products/new", As.Packer, _ => "/sell/products/new", 403),
        ];
    }

    private static IEnumerable<Visit> Office() =>
    [
        new("/admin", As.Admin),
        new("/admin/sellers", As.Admin),
        new("/admin/sellers/{id}", As.Admin, m => $"/admin/sellers/{m.Application}"),
        new("/admin/sellers/{id}", As.Admin, m => $"/admin/sellers/{m.Coop.Application}"),
        new("/admin/certificates", As.Admin),
        new("/admin/certificates/{id:guid}", As.Admin, m => $"/admin/certificates/{m.Certificate}"),
        new("/admin/products", As.Admin),
        new("/admin/products/{id:guid}", As.Admin, m => $"/admin/products/{m.InReview}"),
        new("/admin/stories", As.Admin),
        new("/admin/reviews", As.Admin),
        new("/admin/questions", As.Admin, _ => "/admin/questions?warned=true"),
        new("/admin/questions/{id:guid}", As.Admin, m => "/admin/questions/" + m.Question),
        new("/admin/complaints", As.Admin),
        new("/admin/complaints/{id:guid}", As.Admin, m => "/admin/complaints/" + m.Complaint),
        new("/admin/rules/complaints", As.Admin),
        new("/admin/lots", As.Admin),
        new("/admin/lots/{id:guid}", As.Admin, m => "/admin/lots/" + m.Lot),
        new("/admin/orders", As.Admin),
        new("/admin/orders/files", As.Admin),
        new("/admin/taxes", As.Admin),
        new("/admin/orders/{code}", As.Admin, m => "/admin/orders/" + m.Orders["paid"].Code),
        new("/admin/orders/{code}/address", As.Admin, m => $"/admin/orders/{m.Orders["paid"].Code}/address"),
        new("/admin/orders/{code}/returns/{id}", As.Admin, m => $"/admin/orders/{m.Orders["arrived"].Code}/returns/{m.Return}"),
        new("/admin/payments", As.Admin),
        new("/admin/payments/exchanges", As.Admin),
        new("/admin/payments/cash", As.Admin),
        new("/admin/payments/cash/{part:guid}", As.Admin, m => $"/admin/payments/cash/{m.Carried}"),
        new("/admin/payments/lines/{id}/carrier", As.Admin, m => $"/admin/payments/lines/{m.Money}/carrier"),
        new("/admin/payments/record", As.Admin),
        new("/admin/payments/statements", As.Admin),
        new("/admin/payments/statements/{id}", As.Admin, m => "/admin/payments/statements/" + m.Statement),
        new("/admin/ledger", As.Admin),
        new("/admin/ledger/journal", As.Admin),
        new("/admin/ledger/journal", As.Admin, _ => "/admin/ledger/journal?account=Held"),
        new("/admin/payments/cards/{id}", As.Admin, _ => "/admin/payments/cards/evt_odd"),
        new("/admin/payments/moves/{name}", As.Admin, _ => "/admin/payments/moves/txn_odd"),
        new("/admin/payments/lines/{id}", As.Admin, m => $"/admin/payments/lines/{m.Money}"),
        new("/admin/payments/refunds/{id}", As.Admin, m => $"/admin/payments/refunds/{m.Refund}"),
        new("/admin/payouts", As.Admin),
        new("/admin/payouts/{code}", As.Admin, m => $"/admin/payouts/{m.Runs.Drafted}"),
        new("/admin/payouts/{code}", As.Admin, m => $"/admin/payouts/{m.Runs.Sent}"),
        new("/admin/payouts/{code}/{position:int}", As.Admin, m => $"/admin/payouts/{m.Runs.Sent}/1"),
        new("/admin/payouts/{code}/{position:int}", As.Admin, m => $"/admin/payouts/{m.Transferred}/1"),
        new("/admin/payouts/{code}/{position:int}/back", As.Admin, m => $"/admin/payouts/{m.Transferred}/1/back"),
        new("/admin/people", As.Admin, m => "/admin/people?q=thu.test"),
        new("/admin/people/new", As.Admin),
        new("/admin/people/{person:guid}", As.Admin, m => $"/admin/people/{m.Buyer}"),
        .. new[] { "", "/fee", "/block", "/delivery", "/cash", "/keeping", "/categories", "/vat", "/withholding", "/words" }.Select(p => new Visit("/admin/rules" + p, As.Admin)),
        new("/admin/rates", As.Admin),
        new("/admin/outbox", As.Admin),
        new("/admin/audit", As.Admin),
    ];
}
