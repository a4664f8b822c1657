using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CoopMarket.FakeStripe;

/// <summary>A call that was let in.</summary>
internal sealed record Call(Parameters Asked, string Id, Caller By);

/// <summary>Every call goes through here: key of the account, note in the books, faults, idempotency key, answer, and then the webhooks.</summary>
internal sealed class Gate(FakeStripeHost stripe, Keys keys)
{
    public RequestDelegate To(string route, Func<Call, JsonObject> endpoint) => async context =>
    {
        try
        {
            await AnswerAsync(context, route, endpoint);
        }
        catch (Refusal refusal)
        {
            await WriteAsync(context, refusal.ToAnswer());
        }
        finally
        {
            stripe.Webhooks.Dispatch();
        }
    };

    public static Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context, string route, Func<Call, JsonObject> endpoint)
    {
        var (request, sent) = (context.Request, await LetInAsync(context));
        var key = HttpMethods.IsPost(request.Method) ? request.Headers["Idempotency-Key"].FirstOrDefault() : null;
        var by = new Caller(Books.NewId("req"), key);
        context.Response.Headers["Request-Id"] = by.RequestId;
        stripe.Books.Note(new(request.Method, request.Path, sent, key, request.Headers["Stripe-Version"].FirstOrDefault(), stripe.Books.Now));

        if (stripe.Faults.Latency > TimeSpan.Zero)
            await Task.Delay(stripe.Faults.Latency);
        var script = stripe.Faults.Take(route);
        switch (script.Fault)
        {
            case Fault.DropBefore:
                context.Abort();
                return;
            case Fault.TooManyRequests:
                throw new Refusal(429, "invalid_request_error", "rate_limit", "Request rate limit exceeded.");
            case Fault.LockTimeout:
                throw new Refusal(409, "invalid_request_error", "lock_timeout", "This object cannot be accessed right now because another API request is accessing it.");
        }

        var call = $"{request.Method} {request.Path} {string.Join('&', sent.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"))}";
        if (key is null || keys.Begin(key, call) is not { } answer)
            answer = await DoAsync(() => endpoint(new(new(sent), request.RouteValues["id"] as string ?? "", by)), key, script);
        else
            context.Response.Headers["Idempotent-Replayed"] = "true";

        if (script.Fault == Fault.CutAfter)
            context.Abort();
        else
            await WriteAsync(context, script.Fault == Fault.Malformed ? answer with { Body = answer.Body[..(answer.Body.Length / 2)] } : answer);
    }

    private async Task<IReadOnlyDictionary<string, string>> LetInAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {stripe.SecretKey}")
            throw new Refusal(401, "invalid_request_error", null, "Invalid API Key provided.");
        try
        {
            return await Parameters.ReadAsync(context.Request);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            throw Refusal.Bad("Invalid form.", null, null);
        }
    }

    private static Answer Try(Func<JsonObject> work, Fault fault, out bool saved)
    {
        var broken = new Refusal(500, "api_error", null, "An unknown error occurred.");
        saved = true;
        try
        {
            if (fault == Fault.ServerError)
                throw broken;
            if (fault == Fault.CardDeclined)
                throw new Refusal(402, "card_error", "card_declined", "Your card was declined.");
            var done = work();
            return fault == Fault.ServerErrorAfter ? broken.ToAnswer() : new(200, Render.Text(done));
        }
        catch (Refusal refusal)
        {
            saved = refusal.IsSaved;
            return refusal.ToAnswer();
        }
    }

    // The key stays in use until the answer is on its way: a second call meanwhile is told so.
    private async Task<Answer> DoAsync(Func<JsonObject> work, string? key, Faults.Script script)
    {
        var answer = Try(work, script.Fault, out var saved);
        if (script.Delay > TimeSpan.Zero)
            await Task.Delay(script.Delay);
        if (script.Held is { } held)
            await held.WaitAsync();
        if (key is not null && saved)
            keys.Finish(key, answer);
        else if (key is not null)
            keys.GiveUp(key);
        return answer;
    }
}
