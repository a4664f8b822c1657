using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// A form whose token no longer fits: its page was open for days, its reader signed in or out meanwhile, or the market's keys
/// were lost. What it holds is kept for the page that says so and offers to send it again with a fresh token. It came from
/// the market's own pages: <see cref="OwnOrigin"/> refused all others before.
/// </summary>
internal sealed record ExpiredForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadSecrets, bool HadFiles)
{
    /// <summary>Whether nobody is signed in and what it was sent to is for somebody alone.</summary>
    public bool NeedsSignIn { get; init; }

    private const string Token = "__RequestVerificationToken";

    // Never written into a page again, so that they stay in no history and no cache: passwords, and what else opens something.
    private static readonly string[] Secrets = ["Password", "Current", "Code", "Recovery", "Key", "Passkey"];

    public static ExpiredForm Of(HttpRequest request)
    {
        var form = request.HasFormContentType ? request.Form : FormCollection.Empty;
        return new(
            request.PathBase + request.Path + request.QueryString,
            [.. form.Where(f => f.Key != Token && !IsSecret(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))],
            form.Any(f => IsSecret(f.Key) && f.Value != ""),
            form.Files.Count > 0);
    }

    private static bool IsSecret(string field) => Secrets.Contains(field[(field.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);
}

/// <summary>Keeps the form for the page that tells of the refusal.</summary>
internal sealed class ExpiredForms : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
            return;
        try
        {
            context.HttpContext.Features.Set(ExpiredForm.Of(context.HttpContext.Request));
        }
        catch (BadHttpRequestException e)
        {
            // The token could not be read because the form never came whole: too slow (408), too large (413) or cut off (400).
            context.Result = new StatusCodeResult(e.StatusCode);
        }
        catch (InvalidDataException)
        {
            // Torn: there is nothing to keep, and the plain page says so.
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
