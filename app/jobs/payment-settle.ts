import { z } from "zod"
import { handlePaymentNotice } from "#app/domain/payments/handle-payment-notice.server.ts"
import { defineJob } from "./define-job.ts"

/** Fetches the truth behind a webhook of the payment service, and settles by it. */
export const paymentSettle = defineJob({
  schema: z.object({ noticeId: z.uuid(), checkoutId: z.string().nullable(), intentId: z.string().nullable() }),
  retryLimit: 12,
  concurrency: 2,
  async run(ctx, notice) {
    await handlePaymentNotice(ctx, notice)
  },
})
