using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.DataProtection;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// What a buyer typed at the checkout, so that it is there again when she comes back from her basket. It lies in her own browser alone,
/// sealed under the market's keys, until its window closes, she orders, her basket is empty or she signs out; the market keeps none of it.
/// </summary>
internal sealed class TypedAtCheckout(IDataProtectionProvider protection, MarketCookies cookies)
{
    // Browsers take 4,096 bytes for one cookie, its name and what it carries included.
    private const int MostCharacters = 3_800;

    private static readonly JsonSerializerOptions Short = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Keeps it; of what is too long for a cookie the address alone, or nothing.</summary>
    public void Keep(HttpContext context, Actor actor, CheckoutForm form)
    {
        var kept = new[] { form, form.AddressOnly() }.Select(f => Seal(new(actor.Person?.Value, f))).FirstOrDefault(s => s.Length <= MostCharacters);
        if (kept is null)
            Forget(context);
        else
            context.Response.Cookies.Append(cookies.Checkout, kept, cookies.Options());
    }

    /// <summary>Null where nothing is kept, or it was typed by another person.</summary>
    public CheckoutForm? Read(HttpContext context, Actor actor)
    {
        if (context.Request.Cookies[cookies.Checkout] is not { Length: > 0 and <= MostCharacters } kept)
            return null;
        try
        {
            var typed = JsonSerializer.Deserialize<Typing>(Protector.Unprotect(kept), Short);
            // What she typed as a guest is hers still after she signed in.
            return typed?.By is { } by && by != actor.Person?.Value ? null : typed?.Form;
        }
        // Sealed under other keys, or as another release wrote it.
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>It is ordered, or there is nothing to order.</summary>
    public void Forget(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(cookies.Checkout))
            context.Response.Cookies.Delete(cookies.Checkout, cookies.Options());
    }

    private IDataProtector Protector => protection.CreateProtector("typed at checkout");

    private string Seal(Typing typed) => Protector.Protect(JsonSerializer.Serialize(typed, Short));

    private sealed record Typing(Guid? By, CheckoutForm Form);
}
