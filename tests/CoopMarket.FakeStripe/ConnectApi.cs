using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace CoopMarket.FakeStripe;

/// <summary>The part of Stripe Connect that the market uses, as strict as Stripe is said to be.</summary>
internal sealed class ConnectApi(Books books)
{
    private const long MostDigits = 99_999_999;

    public void Map(WebApplication app, Gate gate)
    {
        void On(string method, string path, Func<Call, JsonObject> endpoint) => app.MapMethods(path, [method], gate.To($"{method} {path}", endpoint));

        On("POST", "/v1/accounts", Open);
        On("GET", "/v1/accounts", Accounts);
        On("GET", "/v1/accounts/{id}", c => Render.Account(books.Account(c.Id)));
        On("POST", "/v1/account_links", Link);
        On("POST", "/v1/transfers", Send);
        On("GET", "/v1/transfers", Transfers);
        On("GET", "/v1/transfers/{id}", c => Render.Transfer(books.FindTransfer(c.Id), books.ReversalsOf(c.Id)));
        On("POST", "/v1/transfers/{id}/reversals", TakeBack);
        On("GET", "/v1/transfers/{id}/reversals", Reversals);
        On("GET", "/v1/balance_transactions", Moves);
        On("GET", "/v1/balance", _ => Render.Balance(books.AllHeld()));
    }

    private JsonObject Open(Call call)
    {
        var asked = call.Asked;
        asked.Know("type", "country", "capabilities", "tos_acceptance", "metadata", "expand", "email", "business_type");
        if (asked.Among("type", "custom", "express", "standard") is not "express")
            throw Refusal.Bad("Only Express accounts are opened here.", "type", null);
        var country = asked.Required("country");
        if (country.Length != 2)
            throw Refusal.Bad($"Country '{country}' is unknown.", "country", "country_unsupported");
        if (asked.Text("capabilities[transfers][requested]") != "true")
            throw Refusal.Bad("You need to request the `transfers` capability.", "capabilities", null);
        var agreement = asked.Among("tos_acceptance[service_agreement]", "full", "recipient") ?? "full";
        if (country == "VN" && agreement != "recipient")
            throw Refusal.Bad("VN is not currently supported by Stripe.", "country", "country_unsupported");
        return Render.Account(books.Open(new(Books.NewId("acct"), "express", country, agreement, asked.Metadata(), books.Now), call.By));
    }

    private JsonObject Accounts(Call call)
    {
        var asked = call.Asked;
        asked.Know("created", "limit", "starting_after", "expand");
        var (limit, made) = (asked.Limit(), asked.Created());
        return Render.List("/v1/accounts", books.AccountsAfter(asked.Text("starting_after"), limit + 1, a => made(a.Created)), limit, Render.Account);
    }

    private JsonObject Link(Call call)
    {
        var asked = call.Asked;
        asked.Know("account", "refresh_url", "return_url", "type", "collection_options");
        asked.Required("type");
        asked.Among("type", "account_onboarding", "account_update");
        asked.Required("refresh_url");
        asked.Required("return_url");
        return Render.Link(books.Link(asked.Required("account"), asked.Url("refresh_url")!, asked.Url("return_url")!), books.Address);
    }

    private JsonObject Send(Call call)
    {
        var asked = call.Asked;
        asked.Know("amount", "currency", "destination", "description", "transfer_group", "metadata", "source_transaction", "source_type", "expand");
        var (amount, currency) = (asked.RequiredWhole("amount"), asked.Required("currency").ToLowerInvariant());
        if (amount < 1)
            throw Refusal.Bad("This value must be greater than or equal to 1.", "amount", "parameter_invalid_integer");
        if (amount > MostDigits)
            throw Refusal.Bad($"Amount must be no more than {MostDigits} {currency}.", "amount", "amount_too_large");
        if (currency.Length != 3)
            throw Refusal.Bad($"Invalid currency: {currency}.", "currency", null);
        return Render.Transfer(books.Send(amount, currency, asked.Required("destination"), asked.Text("description"), asked.Text("transfer_group"), asked.Metadata(), call.By), []);
    }

    private JsonObject Transfers(Call call)
    {
        var asked = call.Asked;
        asked.Know("created", "destination", "transfer_group", "limit", "starting_after", "expand");
        var (limit, made, to, group) = (asked.Limit(), asked.Created(), asked.Text("destination"), asked.Text("transfer_group"));
        var read = books.TransfersAfter(
            asked.Text("starting_after"), limit + 1, t => made(t.Created) && (to is null || t.Destination == to) && (group is null || t.TransferGroup == group));
        return Render.List("/v1/transfers", read, limit, t => Render.Transfer(t, books.ReversalsOf(t.Id)));
    }

    private JsonObject TakeBack(Call call)
    {
        var asked = call.Asked;
        asked.Know("amount", "description", "metadata", "refund_application_fee", "expand");
        return Render.Reversal(books.TakeBack(call.Id, asked.Whole("amount"), asked.Metadata(), call.By));
    }

    private JsonObject Reversals(Call call)
    {
        var asked = call.Asked;
        asked.Know("limit", "starting_after", "expand");
        var limit = asked.Limit();
        return Render.List($"/v1/transfers/{call.Id}/reversals", books.ReversalsAfter(call.Id, asked.Text("starting_after"), limit + 1), limit, Render.Reversal);
    }

    private JsonObject Moves(Call call)
    {
        var asked = call.Asked;
        asked.Know("created", "currency", "type", "source", "limit", "starting_after", "expand");
        var (limit, made, type, source) = (asked.Limit(), asked.Created(), asked.Text("type"), asked.Text("source"));
        var read = books.MovesAfter(asked.Text("starting_after"), limit + 1, m => made(m.Created) && (type is null || m.Type == type) && (source is null || m.Source == source));
        var isWhole = asked.Each("expand").Contains("data.source", StringComparer.Ordinal);
        return Render.List("/v1/balance_transactions", read, limit, m => Render.Move(m, isWhole ? books.SourceOf(m) : null));
    }
}
