namespace CoopMarket.FakeStripe;

/// <summary>What a call was answered.</summary>
internal sealed record Answer(int Status, string Body);

/// <summary>Answers kept under idempotency keys for 24 hours of the fake's clock, with the call that each key was first used for.</summary>
internal sealed class Keys(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Lock turn = new();
    private readonly Dictionary<string, (string Call, DateTimeOffset At, Answer? Saved)> kept = new(StringComparer.Ordinal);

    /// <summary>The answer to give again; null: this call is the first, and must be finished or given up.</summary>
    public Answer? Begin(string key, string call)
    {
        if (key.Length > 255)
            throw Refusal.Bad("Idempotency keys have at most 255 characters.", null, null);
        lock (turn)
        {
            var now = clock.GetUtcNow();
            if (!kept.TryGetValue(key, out var first) || first.At + Lifetime <= now)
            {
                kept[key] = (call, now, null);
                return null;
            }
            if (!string.Equals(first.Call, call, StringComparison.Ordinal))
            {
                throw new Refusal(
                    400, "idempotency_error", null, $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}'.");
            }
            return first.Saved ?? throw new Refusal(
                409, "idempotency_error", "idempotency_key_in_use", "There is currently another in-progress request using this Stripe-Idempotent key.");
        }
    }

    public void Finish(string key, Answer answer)
    {
        lock (turn)
            kept[key] = kept[key] with { Saved = answer };
    }

    public void GiveUp(string key)
    {
        lock (turn)
            kept.Remove(key);
    }
}
